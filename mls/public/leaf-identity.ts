// From leaf nodes to what an identity provider judges.
import type { LeafNode } from 'ts-mls/leafNode.js'
import { credentialNumber } from '../codec/names.ts'
import type { LeafIdentity } from '../identity.ts'

export function identityOf({ signaturePublicKey, credential }: LeafNode): LeafIdentity {
  const common = { signatureKey: signaturePublicKey, credentialType: credentialNumber(credential.credentialType) }
  return credential.credentialType === 'basic'
    ? { ...common, basicIdentity: credential.identity }
    : { ...common, certificates: credential.certificates }
}

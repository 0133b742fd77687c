// From credentials with their keys to what an identity provider judges.
import type { LeafNode } from 'ts-mls/leafNode.js'
import { credentialNumber } from '../codec/names.ts'
import type { LeafIdentity } from '../identity.ts'

/** A leaf node or an external sender. */
export type Credentialed = Pick<LeafNode, 'signaturePublicKey' | 'credential'>

export function identityOf({ signaturePublicKey, credential }: Credentialed): LeafIdentity {
  const common = { signatureKey: signaturePublicKey, credentialType: credentialNumber(credential.credentialType) }
  return credential.credentialType === 'basic'
    ? { ...common, basicIdentity: credential.identity }
    : { ...common, certificates: credential.certificates }
}

// What the identity provider says of a credential, of a member or of an external sender (row LN-01, RFC 9420 section 5.3.1).
import type { Extension } from 'ts-mls/extension.js'
import { readExternalSenders } from '../codec/extensions.ts'
import { toWireExtension } from '../codec/names.ts'
import type { IdentityRules } from '../identity.ts'
import { type Credentialed, identityOf } from '../public/leaf-identity.ts'
import type { Complaint } from './check.ts'

/** The provider's complaint, in a group with these extensions. */
export async function credentialComplaint(
  bearer: Credentialed,
  extensions: readonly Extension[],
  provider: IdentityRules,
): Promise<Complaint> {
  const given = identityOf(bearer)
  const { supportedCredentials } = provider
  if (!supportedCredentials.includes(given.credentialType))
    return `expected credential type ${supportedCredentials.join(' or ')}; found ${given.credentialType}`
  try {
    await provider.validate(given, extensions.map(toWireExtension))
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** The complaint about the first external sender of these extensions whose credential the provider does not accept. */
export async function externalSenderComplaint(
  extensions: readonly Extension[],
  provider: IdentityRules,
): Promise<Complaint> {
  for (const [index, sender] of readExternalSenders(extensions).entries()) {
    const complaint = await credentialComplaint(sender, extensions, provider)
    if (complaint !== undefined) return `external sender ${index}: ${complaint}`
  }
  return undefined
}

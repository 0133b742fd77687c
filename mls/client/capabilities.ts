// The capabilities our clients announce: fixed, so that a run can be repeated (ts-mls draws GREASE from Math.random).
import type { Capabilities } from 'ts-mls/capabilities.js'
import type { CredentialTypeName } from 'ts-mls/credentialType.js'
import type { Suite } from '../suite.ts'

/** The last_resort KeyPackage extension of draft-ietf-mls-extensions. */
export const lastResortExtension = 0x000a

/** Code points of extensions and proposals that a client supports beside what every client of ours does. */
export interface Support {
  readonly extensions?: readonly number[]
  readonly proposals?: readonly number[]
}

/** Default types are left out, as RFC 9420 section 7.2 asks; last_resort is listed so that a package may carry it. */
export function ownCapabilities(suite: Suite, credentials: CredentialTypeName[], more: Support = {}): Capabilities {
  return {
    versions: ['mls10'],
    ciphersuites: [suite.cipher.name],
    extensions: [lastResortExtension, ...(more.extensions ?? [])],
    proposals: [...(more.proposals ?? [])],
    credentials,
  }
}

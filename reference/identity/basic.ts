// The Basic identity provider: a client is whoever its credential says (2023-03-17 section basic-identity-provider).
import { MlsRejection } from '../../mls/rejection.ts'
import { Refusal } from '../refusal.ts'
import type { HandleRule } from './handle.ts'
import type { IdentityProvider } from './provider.ts'

const basicCredential = 1

/** Makes the provider; `handleRule` says which identities the edition's wire can carry. */
export function basicProvider(handleRule: HandleRule): IdentityProvider {
  return {
    type: 1,
    checkConfiguration({ supportsAccounts, supportsDomains }) {
      if (supportsAccounts) throw new Refusal('invalid-configuration', 'The Basic identity provider has no accounts.')
      if (supportsDomains) throw new Refusal('invalid-configuration', 'The Basic identity provider has no domains.')
    },
    rules() {
      return {
        supportedCredentials: [basicCredential],
        validate({ basicIdentity }) {
          const problem = basicIdentity === undefined ? 'expected a basic credential' : handleRule(basicIdentity)
          if (problem !== undefined) throw new MlsRejection('invalid-key-package', leafCredential, problem)
        },
        clientHandle({ basicIdentity = new Uint8Array() }) {
          return basicIdentity
        },
        validSuccessor(predecessor, successor) {
          return Buffer.compare(this.clientHandle(predecessor), this.clientHandle(successor)) === 0
        },
      }
    },
    identifierOf(_, { handle }) {
      return handle
    },
    nameOf(_, identifier) {
      return { handle: identifier, domain: undefined }
    },
  }
}

const leafCredential = { row: 'LN-01', section: '9420 section 5.3.1' }

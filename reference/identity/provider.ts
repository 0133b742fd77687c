// An identity provider as a gateway has it: a type, the configurations it takes, and what it is for one application, which is
// the draft's interface of four operations, `IdentityRules` (2023-03-17 section identity-providers).
import type { IdentityRules } from '../../mls/identity.ts'
import type { IdentityConfiguration } from '../../spec/operation.ts'

/** Whom a credential names. */
export interface ClientName {
  readonly handle: Uint8Array
  /** The client's domain, folded; absent where the provider has no domains, so that the handle is all there is. */
  readonly domain?: string | undefined
}

/** How to judge what was valid once: a gateway that catches up does not hold it against today's clock. */
export interface Judgement {
  readonly byClock: boolean
}

/**
 * In groups a client is told by one octet string, its *identifier*, which is what the rules call its handle: the handle alone
 * or, with domains, both together (reading A-42).
 */
export interface IdentityProvider {
  /** Code point of the provider in an application's configuration (1 Basic, 2 X.509). */
  readonly type: number
  /** Refuses, as `invalid-configuration`, a configuration that this provider cannot work by. */
  checkConfiguration(configuration: IdentityConfiguration): void
  /**
   * The provider as one application configured it: supported credentials, validate, client handle, valid successor. Every
   * leaf is judged by these four, whichever route it comes by; `mls/checks/` asks them. By default they judge by the clock.
   */
  rules(configuration: IdentityConfiguration, judgement?: Judgement): IdentityRules
  identifierOf(configuration: IdentityConfiguration, name: ClientName): Uint8Array
  nameOf(configuration: IdentityConfiguration, identifier: Uint8Array): ClientName
}

// What the gateway asks of an identity provider: which configurations it takes and what it says of an MLS identity.
import type { IdentityRules } from '../../mls/identity.ts'
import type { IdentityConfiguration } from '../../spec/operation.ts'

export interface IdentityProvider {
  /** Code point of the provider in an application's configuration (1 Basic). */
  readonly type: number
  /** Refuses, as `invalid-configuration`, a configuration that this provider cannot work by. */
  checkConfiguration(configuration: IdentityConfiguration): void
  /** The provider as one application configured it. */
  rules(configuration: IdentityConfiguration): IdentityRules
}

// From a client's name to its identifier and back, whichever identity provider an application has.
import type { Rules } from '../../mls/public-group.ts'
import type { ApplicationConfiguration } from '../../spec/operation.ts'
import type { ClientName, IdentityProvider } from './provider.ts'

export interface Naming {
  identifierOf(configuration: ApplicationConfiguration, name: ClientName): Uint8Array
  nameOf(configuration: ApplicationConfiguration, identifier: Uint8Array): ClientName
}

/** What mls/ judges by, and whom the identifiers that it gives back name. */
export interface GatewayRules extends Rules {
  nameOf(identifier: Uint8Array): ClientName
}

export function createNaming(providers: readonly IdentityProvider[]): Naming {
  const providerOf = ({ identity }: ApplicationConfiguration): IdentityProvider => {
    const provider = providers.find(({ type }) => type === identity.type)
    if (provider === undefined) throw new Error(`no application can have a provider of type ${identity.type}`)
    return provider
  }
  return {
    identifierOf: (configuration, name) => providerOf(configuration).identifierOf(configuration.identity, name),
    nameOf: (configuration, identifier) => providerOf(configuration).nameOf(configuration.identity, identifier),
  }
}

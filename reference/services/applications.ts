// Applications: what the operator defines, and which of them a caller is shown (2023-03-17 section applications).
import { isDeepStrictEqual } from 'node:util'
import type { ApplicationConfiguration } from '../../spec/operation.ts'
import { foldDomain } from '../federation/domains.ts'
import type { IdentityProvider } from '../identity/provider.ts'
import { Refusal } from '../refusal.ts'
import { createClientBook } from '../store/client-book.ts'
import type { Application, Store } from '../store/store.ts'

interface ApplicationDefinition {
  readonly configuration: ApplicationConfiguration
  readonly applicationServers: readonly string[]
  readonly federatesWith: readonly string[]
}

export interface Applications {
  /** The identity providers on offer. */
  readonly providers: readonly IdentityProvider[]
  isId(appId: string): boolean
  /** The provider that a configuration names; refuses one that is not offered. */
  providerOf(configuration: ApplicationConfiguration): IdentityProvider
  checkServers(names: readonly string[]): void
  /** Refuses federation to an application that cannot federate; a domain that no peer has is none of its concern. */
  checkFederation(domains: readonly string[], configuration: ApplicationConfiguration): void
  isSame(left: ApplicationConfiguration, right: ApplicationConfiguration): boolean
  /**
   * Defines an application, or takes over other servers and domains for one that is there; says which of both.
   * Refuses another configuration as `application-conflict`.
   */
  define(appId: string, definition: ApplicationDefinition): 'new' | 'same'
  /** All applications, in the order of their definition. */
  list(): Application[]
}

export interface ApplicationsContext {
  readonly store: Store
  readonly providers: readonly IdentityProvider[]
  /** Names of the application servers the gateway has credentials for. */
  readonly serverNames: readonly string[]
  readonly mayFederate: (configuration: ApplicationConfiguration) => boolean
}

export function createApplications({ store, providers, serverNames, mayFederate }: ApplicationsContext): Applications {
  return {
    providers,
    isId(appId) {
      return /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(appId)
    },
    providerOf({ identity }) {
      const provider = this.providers.find(({ type }) => type === identity.type)
      if (provider !== undefined) return provider
      throw new Refusal('invalid-configuration', `No identity provider of type ${identity.type} is offered here.`)
    },
    checkServers(names) {
      const unknown = names.find((name) => !serverNames.includes(name))
      if (unknown === undefined) return
      throw new Refusal('invalid-configuration', `There is no application server named ${JSON.stringify(unknown)}.`)
    },
    checkFederation(domains, configuration) {
      if (domains.length === 0 || mayFederate(configuration)) return
      throw new Refusal('invalid-configuration', 'An application without domains federates with nobody.')
    },
    isSame: isDeepStrictEqual,
    define(appId, { configuration, applicationServers, federatesWith }) {
      if (!this.isId(appId)) throw new Refusal('malformed-request', 'Expected a UUID of version 4 in the path.')
      if (configuration.id.toLowerCase() !== appId)
        throw new Refusal('malformed-request', 'Expected the id of the path in the configuration.')
      this.providerOf(configuration).checkConfiguration(configuration.identity)
      this.checkServers(applicationServers)
      this.checkFederation(federatesWith, configuration)
      const known = store.applications.get(appId)
      const canonical = { ...configuration, id: appId }
      if (known !== undefined && !this.isSame(known.configuration, canonical))
        throw new Refusal('application-conflict', 'This id has another configuration.')
      store.applications.set(appId, {
        id: appId,
        configuration: canonical,
        applicationServers: new Set(applicationServers),
        federatesWith: new Set(federatesWith.map(foldDomain)),
        clients: known?.clients ?? createClientBook(),
        keyPackages: known?.keyPackages ?? { spent: new Set(), final: new Set(), holders: new Map() },
        groups: known?.groups ?? new Map(),
        packets: known?.packets ?? new Map(),
        invitations: known?.invitations ?? new Map(),
      })
      return known === undefined ? 'new' : 'same'
    },
    list() {
      return [...store.applications.values()]
    },
  }
}

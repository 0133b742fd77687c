// The reference gateway in its parts. Each rule of the draft is one small function of one part, so that a gateway that
// gets it wrong is this one with that function replaced; the parts call one another through the assembled whole.
import { allChecks, type Checks } from '../mls/public-group.ts'
import { loadSuite, type Suite } from '../mls/suite.ts'
import type { Operations } from '../spec/operation.ts'
import type { InstanceFile } from '../spec/profile/instance.ts'
import { type Authorisation, createAuthorisation } from './authorisation/authorisation.ts'
import type { Clock } from './clock.ts'
import { edition20230308 } from './editions/2023-03-08.ts'
import { edition20230317 } from './editions/2023-03-17.ts'
import type { Handlers } from './editions/edition.ts'
import { createDomains, type Domains } from './federation/domains.ts'
import type { Outbound } from './federation/outbound.ts'
import { type Http, plainHttp } from './http/http.ts'
import { type Respond, respond } from './http/respond.ts'
import { basicProvider } from './identity/basic.ts'
import type { IdentityProvider } from './identity/provider.ts'
import { defaultLimits, type Limits } from './limits.ts'
import type { Log } from './log.ts'
import { type Applications, createApplications } from './services/applications.ts'
import { type Clients, createClients } from './services/clients.ts'
import { createGroups, type Groups } from './services/groups.ts'
import { createInvitations, type Invitations } from './services/invitations.ts'
import { createKeyPackages, type KeyPackages } from './services/key-packages.ts'
import { createKeyQueues, type KeyQueues } from './services/key-queues.ts'
import { createStore, type Store } from './store/store.ts'
import { createTurns, type InTurn } from './store/turns.ts'

/** What a gateway is made with: nothing in it reads the clock, draws randomness or dials by itself. */
export interface GatewayOptions {
  readonly instance: InstanceFile
  readonly clock: Clock
  readonly random: (length: number) => Uint8Array
  /** A source of UUIDs of version 4. */
  readonly ids: () => string
  readonly outbound: Outbound
  readonly log: Log
  readonly limits?: Partial<Limits>
  /** Replaces parts before the gateway is put together. */
  readonly alter?: (parts: Parts) => Parts
}

export interface Parts {
  readonly instance: InstanceFile
  readonly clock: Clock
  readonly outbound: Outbound
  readonly log: Log
  readonly limits: Limits
  readonly store: Store
  readonly inTurn: InTurn

  /** The whole flow of one request; what an outermost fault would wrap. */
  readonly respond: Respond
  readonly http: Http
  readonly authorisation: Authorisation

  /** The edition's wire and what each of its operations does. */
  readonly operations: Operations
  readonly handlers: Handlers

  readonly domains: Domains
  /** By the type code of a configuration. */
  readonly providers: readonly IdentityProvider[]
  readonly applications: Applications
  readonly clients: Clients
  readonly keyQueues: KeyQueues
  readonly keyPackages: KeyPackages
  readonly groups: Groups
  readonly invitations: Invitations

  /** Every MLS check that needs no group secret. */
  readonly checks: Checks
  readonly suite: (id: number) => Promise<Suite>
}

const editions = { '2023-03-08': edition20230308, '2023-03-17': edition20230317 }

/** Makes the parts of a gateway that does everything right. */
export function assembleParts({ instance, clock, random, ids, outbound, log, limits: given }: GatewayOptions): Parts {
  const { operations, handlers, handleRule: makeHandleRule } = editions[instance.edition]
  const limits = { ...defaultLimits, ...given }
  const handleRule = makeHandleRule(limits.handleBytes)
  const store = createStore()
  const providers = [basicProvider(handleRule)]
  const serverNames = instance.applicationServers.map(({ name }) => name)
  return {
    instance,
    clock,
    outbound,
    log,
    limits,
    store,
    inTurn: createTurns(),
    respond,
    http: plainHttp,
    authorisation: createAuthorisation(instance, store),
    operations,
    handlers,
    domains: createDomains(instance.domains),
    providers,
    applications: createApplications({ store, providers, serverNames }),
    clients: createClients({ store, limits, handleRule, ids }),
    keyQueues: createKeyQueues({ store, limits, ids }),
    keyPackages: createKeyPackages(),
    groups: createGroups(),
    invitations: createInvitations(),
    checks: allChecks,
    suite: remembered((id) => loadSuite(id, random)),
  }
}

function remembered(load: (id: number) => Promise<Suite>): (id: number) => Promise<Suite> {
  const loaded = new Map<number, Promise<Suite>>()
  return (id) => {
    const known = loaded.get(id) ?? load(id)
    loaded.set(id, known)
    return known
  }
}

// Makes the parts of a gateway that does everything right, from what its maker passes in.
import { allChecks } from '../mls/public-group.ts'
import { loadSuite, type Suite } from '../mls/suite.ts'
import type { InstanceFile } from '../spec/profile/instance.ts'
import { createAuthorisation } from './authorisation/authorisation.ts'
import type { Clock } from './clock.ts'
import { edition20230308 } from './editions/2023-03-08.ts'
import { edition20230317 } from './editions/2023-03-17.ts'
import { createDomains } from './federation/domains.ts'
import type { Outbound } from './federation/outbound.ts'
import { plainHttp } from './http/http.ts'
import { respond } from './http/respond.ts'
import { basicProvider } from './identity/basic.ts'
import { createNaming } from './identity/naming.ts'
import { x509Provider } from './identity/x509.ts'
import { defaultLimits, type Limits } from './limits.ts'
import type { Log } from './log.ts'
import type { Parts } from './parts.ts'
import { createApplications } from './services/applications.ts'
import { createClients } from './services/clients.ts'
import { createGroups } from './services/groups.ts'
import { createInvitations } from './services/invitations.ts'
import { createKeyPackages } from './services/key-packages.ts'
import { createKeyQueues } from './services/key-queues.ts'
import { createStore } from './store/store.ts'
import { createTurns } from './store/turns.ts'

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

const editions = { '2023-03-08': edition20230308, '2023-03-17': edition20230317 }

/** The parts of a correct gateway with an empty memory; `alter` is not applied here. */
export function assembleParts({ instance, clock, random, ids, outbound, log, limits: given }: GatewayOptions): Parts {
  const { operations, handlers, handleRule: makeHandleRule, x509 } = editions[instance.edition]
  const limits = { ...defaultLimits, ...given }
  const handleRule = makeHandleRule(limits.handleBytes)
  const store = createStore()
  const providers = [basicProvider(handleRule), x509Provider({ clock, handleRule, form: x509 })]
  const naming = createNaming(providers)
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
    naming,
    domains: createDomains(instance.domains),
    applications: createApplications({ store, providers, serverNames }),
    clients: createClients({ store, limits, handleRule, naming, ids }),
    keyQueues: createKeyQueues({ store, limits, ids }),
    keyPackages: createKeyPackages(),
    groups: createGroups(),
    invitations: createInvitations(naming),
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

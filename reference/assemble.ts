// Makes the parts of a gateway that does everything right, from what its maker passes in.
import { allChecks } from '../mls/public-group.ts'
import { loadSuite, type Suite } from '../mls/suite.ts'
import type { InstanceFile } from '../spec/profile/instance.ts'
import { createAuthorisation } from './authorisation/authorisation.ts'
import type { Clock } from './clock.ts'
import { edition20230308 } from './editions/2023-03-08.ts'
import { edition20230317 } from './editions/2023-03-17.ts'
import { createAgreements } from './federation/agreements.ts'
import { createDomains } from './federation/domains.ts'
import { createFollowing } from './federation/following.ts'
import { createForwarding } from './federation/forwarding.ts'
import { createLinks } from './federation/links.ts'
import { createOrdering } from './federation/ordering.ts'
import { defaultTimes, type FederationTimes, type Outbound } from './federation/outbound.ts'
import { createOutboxes } from './federation/outboxes.ts'
import { createPassing } from './federation/passing.ts'
import { createPeers } from './federation/peers.ts'
import { createRelaying } from './federation/relaying.ts'
import { createSource } from './federation/source.ts'
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
import { stoppedTimer, type Timer } from './timer.ts'

/** What a gateway is made with: nothing in it reads the clock, draws randomness or dials by itself. */
export interface GatewayOptions {
  readonly instance: InstanceFile
  readonly clock: Clock
  readonly random: (length: number) => Uint8Array
  /** A source of UUIDs of version 4. */
  readonly ids: () => string
  readonly outbound: Outbound
  /** What waits for peers waits on it; without one, nothing is sent a second time and nobody's silence is noticed. */
  readonly timer?: Timer
  readonly times?: Partial<FederationTimes>
  readonly log: Log
  readonly limits?: Partial<Limits>
  /** Replaces parts before the gateway is put together. */
  readonly alter?: (parts: Parts) => Parts
}

const editions = { '2023-03-08': edition20230308, '2023-03-17': edition20230317 }

/** The parts of a correct gateway with an empty memory; `alter` is not applied here. */
export function assembleParts(options: GatewayOptions): Parts {
  const { instance, clock, random, ids, outbound, timer = stoppedTimer, log, limits: given } = options
  const {
    operations,
    handlers,
    handleRule: makeHandleRule,
    x509,
    mayFederate,
    isDomainRequired,
  } = editions[instance.edition]
  const limits = { ...defaultLimits, ...given }
  const handleRule = makeHandleRule(limits.handleBytes)
  const store = createStore()
  const peers = createPeers(instance.peers)
  const providers = [basicProvider(handleRule), x509Provider({ clock, handleRule, form: x509 })]
  const naming = createNaming(providers)
  const serverNames = instance.applicationServers.map(({ name }) => name)
  return {
    instance,
    clock,
    timer,
    outbound,
    times: { ...defaultTimes, ...options.times },
    log,
    limits,
    store,
    inTurn: createTurns(),
    respond,
    http: plainHttp,
    authorisation: createAuthorisation(instance, store, peers),
    operations,
    handlers,
    naming,
    domains: createDomains(instance.domains),
    peers,
    links: createLinks(),
    agreements: createAgreements(),
    passing: createPassing(isDomainRequired),
    ordering: createOrdering(),
    relaying: createRelaying(),
    forwarding: createForwarding(),
    outboxes: createOutboxes(),
    following: createFollowing(),
    source: createSource(),
    applications: createApplications({ store, providers, serverNames, mayFederate }),
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

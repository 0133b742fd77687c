// What a probe is given: the world of its scenario, the callers in it, and fresh names for everything it makes.
import type { ApplicationServer } from '../../simulator/application-server.ts'
import type { Caller } from '../../simulator/caller.ts'
import type { Person } from '../../simulator/person.ts'
import type { Domain, World } from '../../simulator/world.ts'
import type { Capability } from '../../spec/capability.ts'
import type { ApplicationConfiguration } from '../../spec/operation.ts'
import type { RunningTarget } from '../target.ts'
import { changesRequests } from '../transport/dialect.ts'
import { Unreachable } from '../unreachable.ts'
import type { WorldPlan } from '../world-plan.ts'
import { federate, provide } from './application.ts'
import { eventually } from './eventually.ts'
import { type GroupStory, startGroup } from './group.ts'
import { createQueue, type KeyQueue, type QueueAttributes } from './key-queue.ts'
import type { StageLink, StageLinks } from './links.ts'
import type { StagePeer } from './peer.ts'
import { type Registered, registerClient } from './registration.ts'

export interface Stage {
  readonly world: World
  readonly domain: Domain
  readonly operator: Caller
  /** The first application server, working for this scenario's application. */
  readonly appServer: ApplicationServer
  /** The second application server with an application of its own (world: two applications). */
  readonly otherAppServer: ApplicationServer
  /** The gateway of the second domain (world: two domains). */
  readonly farDomain: Domain
  /** Its first application server, working for the same application (world: two domains). */
  readonly farServer: ApplicationServer
  /** The application server that works for this scenario's application at a domain of the target. */
  at(domain: string): ApplicationServer
  /** The link from one domain to another, for this scenario's application. */
  link(from: string, to: string): StageLink
  /** The other gateway, played by the suite (worlds with peers). */
  readonly peer: StagePeer
  /** A second one (world: with two peers). */
  readonly otherPeer: StagePeer
  readonly alice: Person
  readonly bob: Person
  readonly carol: Person
  readonly dave: Person
  /** Used for forged and uninvited input. */
  readonly mallory: Person
  /** Whether the target declares a capability. */
  has(capability: Capability): boolean
  /** The largest body the target takes, in bytes: what it says of itself, else what the profile gives. */
  readonly bodyLimit: number
  /** A label, tag or receiver that nothing else in the run uses. */
  label(name: string): string
  groupId(name: string): Uint8Array
  /** An application's configuration with the Basic provider, under a fresh UUIDv4. */
  configuration(): ApplicationConfiguration
  /** Registers a person, with several domains at the person's own; unreachable where that is refused. */
  register(person: Person, options?: { server?: ApplicationServer; tags?: string[] }): Promise<Registered>
  /** A key queue of that client with a label of its own. */
  keyQueue(client: Registered, attributes?: Partial<QueueAttributes>): Promise<KeyQueue>
  /** A group at the gateway, made by the first client and joined by the others. */
  group(creator: Registered, ...members: readonly Registered[]): Promise<GroupStory>
  /** The same stage for each cipher suite that the target declares beside the first: other people, an application of its own. */
  inOtherSuites(): Promise<Stage[]>
  /** Asks until the answer is what it should be, for ten seconds at most; gives the last answer. */
  eventually<T>(ask: () => Promise<T>, isReached: (answer: T) => boolean): Promise<T>
}

export interface Scene {
  readonly target: RunningTarget
  readonly plan: WorldPlan
  /** Present where the target's gateways have links that are recorded. */
  readonly links?: StageLinks | undefined
}

/** Sets the scene a plan asks for: applications are defined afresh where the target lets the suite do so. */
export async function setStage(world: World, { target, plan, links }: Scene): Promise<Stage> {
  const [domain] = world.domains
  if (!domain) throw new Unreachable(`the target runs no gateway for edition ${world.edition.id}`)
  const unique = Buffer.from(world.random.branch('labels').bytes(4)).toString('hex')
  const label = (name: string) => `${name}-${unique}`
  let configurations = 0
  const configuration = (): ApplicationConfiguration => ({
    id: world.random.branch(`application ${configurations++}`).uuid(),
    identity: { type: 1, supportsAccounts: false, supportsDomains: false, parameters: {} },
  })
  const application = (index: number) => provide({ domain, target, configuration, index })
  const federated = world.federation && (await federate(world, world.federation, { links, configuration }))
  const first = federated?.servers.get(domain.name) ?? (plan === 'no-application' ? undefined : await application(0))
  const second = plan === 'two-applications' ? await application(1) : undefined
  const needed = <T>(one: T | undefined): T => {
    if (one !== undefined) return one
    throw new Error(`the world "${plan}" has nobody of that kind`)
  }
  const homeServer = ({ home = '' }: Person) => federated?.servers.get(home) ?? first
  const stage: Stage = {
    world,
    domain,
    operator: domain.operator,
    get appServer() {
      return needed(first)
    },
    get otherAppServer() {
      return needed(second)
    },
    get farDomain() {
      return needed(world.domains.filter(({ name }) => federated?.servers.has(name))[1])
    },
    get farServer() {
      return stage.at(stage.farDomain.name)
    },
    at: (name) => needed(federated ? federated.servers.get(name) : name === domain.name ? first : undefined),
    link(from, to) {
      if (changesRequests(target.dialect)) throw new Unreachable('links are not read in the dialect of the target')
      if (links) return links.link(from, to)
      throw new Unreachable('the target has no recorded links')
    },
    get peer() {
      return needed(federated?.peers[0])
    },
    get otherPeer() {
      return needed(federated?.peers[1])
    },
    get alice() {
      return world.person('Alice')
    },
    get bob() {
      return world.person('Bob')
    },
    get carol() {
      return world.person('Carol')
    },
    get dave() {
      return world.person('Dave')
    },
    get mallory() {
      return world.person('Mallory')
    },
    has: (capability) => target.capabilities.includes(capability),
    bodyLimit: target.limits.body ?? 1_048_576,
    label,
    groupId: (name) => new TextEncoder().encode(label(name)),
    configuration,
    register: (person, { server = needed(homeServer(person)), tags = [person.tag] } = {}) =>
      registerClient(server, person, tags),
    keyQueue: (client, attributes = {}) =>
      createQueue(client, {
        protocolVersion: 1,
        cipherSuite: world.cipherSuite,
        appLabel: label(`${client.person.name}'s queue`),
        ...attributes,
      }),
    group: (creator, ...members) => startGroup(stage.groupId(`${creator.person.name}'s group`), creator, members),
    async inOtherSuites() {
      const stages: Stage[] = []
      for (const id of target.cipherSuites.slice(1))
        stages.push(await setStage(world.inSuite(id), { target, plan, links }))
      return stages
    },
    eventually: (ask, isReached) => eventually(world.clock, ask, isReached),
  }
  return stage
}

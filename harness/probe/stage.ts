// What a probe is given: the world of its scenario, the callers in it, and fresh names for everything it makes.
import type { ApplicationServer } from '../../simulator/application-server.ts'
import type { Caller } from '../../simulator/caller.ts'
import type { Person } from '../../simulator/person.ts'
import type { Domain, World } from '../../simulator/world.ts'
import type { Capability } from '../../spec/capability.ts'
import type { ApplicationConfiguration } from '../../spec/operation.ts'
import type { RunningTarget } from '../target.ts'
import { Unreachable } from '../unreachable.ts'
import type { WorldPlan } from '../world-plan.ts'
import { type GroupStory, startGroup } from './group.ts'
import { createQueue, type KeyQueue, type QueueAttributes } from './key-queue.ts'
import { type Registered, registerClient } from './registration.ts'

export interface Stage {
  readonly world: World
  readonly domain: Domain
  readonly operator: Caller
  /** The first application server, working for this scenario's application. */
  readonly appServer: ApplicationServer
  /** The second application server with an application of its own (world: two applications). */
  readonly otherAppServer: ApplicationServer
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
  /** Registers a person; unreachable where that is refused. */
  register(person: Person, options?: { server?: ApplicationServer; tags?: string[] }): Promise<Registered>
  /** A key queue of that client with a label of its own. */
  keyQueue(client: Registered, attributes?: Partial<QueueAttributes>): Promise<KeyQueue>
  /** A group at the gateway, made by the first client and joined by the others. */
  group(creator: Registered, ...members: readonly Registered[]): Promise<GroupStory>
}

/** Sets the scene a plan asks for: applications are defined afresh where the target lets the suite do so. */
export async function setStage(world: World, target: RunningTarget, plan: WorldPlan): Promise<Stage> {
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
  const first = plan === 'no-application' ? undefined : await application(0)
  const second = plan === 'two-applications' ? await application(1) : undefined
  const needed = (server: ApplicationServer | undefined): ApplicationServer => {
    if (server) return server
    throw new Error(`the world "${plan}" has no such application server`)
  }
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
    register: (person, { server = needed(first), tags = [person.tag] } = {}) => registerClient(server, person, tags),
    keyQueue: (client, attributes = {}) =>
      createQueue(client, {
        protocolVersion: 1,
        cipherSuite: world.cipherSuite,
        appLabel: label(`${client.person.name}'s queue`),
        ...attributes,
      }),
    group: (creator, ...members) => startGroup(stage.groupId(`${creator.person.name}'s group`), creator, members),
  }
  return stage
}

interface ApplicationPlan {
  readonly domain: Domain
  readonly target: RunningTarget
  readonly configuration: () => ApplicationConfiguration
  readonly index: number
}

async function provide({ domain, target, configuration, index }: ApplicationPlan): Promise<ApplicationServer> {
  const server = domain.applicationServers[index]
  if (server === undefined) {
    throw new Unreachable(`the target's instance names ${index} application server(s); this needs one more`)
  }
  if (!target.capabilities.includes('define-application')) {
    const known = target.applications?.find(
      (application) =>
        application.edition === domain.operator.edition.id && application.applicationServers[0] === server,
    )
    if (known) return domain.applicationServer(server, known.id)
    throw new Unreachable(`the target lists no application of ${server} and does not declare define-application`)
  }
  const fresh = configuration()
  const answer = await domain.operator.call('defineApplication', {
    appId: fresh.id,
    configuration: fresh,
    applicationServers: [server],
    federatesWith: [],
  })
  if (answer.status === undefined || answer.status > 299) {
    const what = answer.status === undefined ? `no answer (${answer.exchange.noAnswer})` : `answered ${answer.status}`
    throw new Unreachable(`defining an application for ${server} (${answer.exchange.id}): ${what}`, answer)
  }
  return domain.applicationServer(server, fresh.id)
}

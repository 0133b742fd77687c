// The applications a scenario works with: defined afresh where the target allows it, in one domain or in several.
import type { ApplicationServer } from '../../simulator/application-server.ts'
import type { Federation } from '../../simulator/federation.ts'
import type { Domain, World } from '../../simulator/world.ts'
import type { ApplicationConfiguration } from '../../spec/operation.ts'
import type { RunningTarget } from '../target.ts'
import { Unreachable } from '../unreachable.ts'
import type { StageLinks } from './links.ts'
import { playPeer, type StagePeer } from './peer.ts'

interface ApplicationPlan {
  readonly domain: Domain
  readonly target: RunningTarget
  readonly configuration: () => ApplicationConfiguration
  /** Which of the gateway's application servers works for it. */
  readonly index: number
}

/** An application of one domain, with the application server that works for it. */
export async function provide({ domain, target, configuration, index }: ApplicationPlan): Promise<ApplicationServer> {
  const server = serverName(domain, index)
  if (target.capabilities.includes('define-application')) {
    const fresh = configuration()
    await define(domain, { configuration: fresh, server, federatesWith: [] })
    return domain.applicationServer(server, fresh.id)
  }
  const known = target.applications?.find(
    ({ edition, applicationServers }) => edition === domain.operator.edition.id && applicationServers[0] === server,
  )
  if (known) return domain.applicationServer(server, known.id)
  throw new Unreachable(`the target lists no application of ${server} and does not declare define-application`)
}

interface Federating {
  readonly links: StageLinks | undefined
  /** Gives a fresh id. */
  readonly configuration: () => ApplicationConfiguration
}

export interface Federated {
  /** Those that work for the application, by the domain of their gateway. */
  readonly servers: ReadonlyMap<string, ApplicationServer>
  /** The domains of the federation that the suite plays. */
  readonly peers: readonly StagePeer[]
}

/** One application for all domains of a federation, with the same configuration everywhere. */
export async function federate(world: World, federation: Federation, plan: Federating): Promise<Federated> {
  const { links } = plan
  const configuration = await federation.configuration(plan.configuration().id)
  links?.watch(configuration.id)
  const here = world.domains.filter(({ name }) => federation.domains.includes(name))
  const servers = new Map<string, ApplicationServer>()
  for (const domain of here) {
    const server = serverName(domain, 0)
    const federatesWith = federation.domains.filter((other) => other !== domain.name)
    await define(domain, { configuration, server, federatesWith })
    servers.set(domain.name, domain.applicationServer(server, configuration.id))
  }
  const peers: StagePeer[] = []
  const [domain] = here
  for (const name of federation.domains.filter((name) => links?.played.includes(name))) {
    if (domain && links) peers.push(await playPeer(name, { world, domain, links, configuration }))
  }
  return { servers, peers }
}

function serverName(domain: Domain, index: number): string {
  const server = domain.applicationServers[index]
  if (server !== undefined) return server
  throw new Unreachable(`the target's instance names ${index} application server(s); this needs one more`)
}

interface Definition {
  readonly configuration: ApplicationConfiguration
  readonly server: string
  readonly federatesWith: readonly string[]
}

async function define({ operator }: Domain, { configuration, server, federatesWith }: Definition): Promise<void> {
  const answer = await operator.call('defineApplication', {
    appId: configuration.id,
    configuration,
    applicationServers: [server],
    federatesWith: [...federatesWith],
  })
  if (answer.status !== undefined && answer.status <= 299) return
  const what = answer.status === undefined ? `no answer (${answer.exchange.noAnswer})` : `answered ${answer.status}`
  throw new Unreachable(`defining an application for ${server} (${answer.exchange.id}): ${what}`, { answer })
}

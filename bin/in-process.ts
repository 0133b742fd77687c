// Runs scenarios in this process, against handlers at a gateway's seam, in virtual time and from one seed.
import type { Execution } from '../harness/execute.ts'
import { introduce } from '../harness/link/introduce.ts'
import { createNetwork } from '../harness/link/network.ts'
import { type GatewayHandlers, inProcess } from '../harness/transport/in-process.ts'
import { impatient } from '../harness/transport/recorder.ts'
import { createGateway, type Gateway, type GatewayOptions, type Parts } from '../reference/gateway.ts'
import type { Log } from '../reference/log.ts'
import { randomFrom } from '../simulator/random.ts'
import { createVirtualClock } from '../simulator/virtual-clock.ts'
import type { Capability } from '../spec/capability.ts'
import type { EditionId } from '../spec/edition.ts'
import { editions } from '../spec/editions.ts'
import type { InstanceFile } from '../spec/profile/instance.ts'
import { suite } from './package.ts'
import { playedDomains, referenceDomains, referenceInstance, referenceTarget } from './reference-target.ts'

/** 1 January 2027, 00:00 UTC: where virtual time begins. */
const epochMs = 1_798_761_600_000
/** A gateway of our own that is silent this long stays silent. */
const patienceMs = 2_000

export interface InProcess {
  /** One for each domain, the first being the one of worlds with one domain. */
  readonly instances: readonly InstanceFile[]
  readonly execution: Execution
  /** Ends what the gateways still have under way, such as deliveries to a peer that does not answer. */
  close(): Promise<void>
}

/** How gateways and the run differ from the plain ones. */
export interface Variant {
  readonly alter?: (parts: Parts) => Parts
  readonly log?: Log
  readonly seed?: number
  /** Makes the gateways in place of the reference's own maker. */
  readonly create?: typeof createGateway
  /** Prefixes of further domains that each gateway has beside its own. */
  readonly furtherDomains?: readonly string[]
  /** Capabilities that the gateways do not declare. */
  readonly without?: readonly Capability[]
}

/** What `execute` needs to run against reference gateways, all altered alike where they shall be faulty. */
export function againstReference(
  edition: EditionId,
  { alter, log, create = createGateway, without = [], ...run }: Variant = {},
): InProcess {
  const gateways: Gateway[] = []
  const make: Make = (instance, surroundings) => {
    const random = randomFrom(`reference/${edition}/${instance.domains.join()}`)
    const gateway = create({
      instance,
      ...surroundings,
      random: (length) => random.bytes(length),
      ids: () => random.uuid(),
      log: log ?? (() => {}),
      ...(alter && { alter }),
    })
    gateways.push(gateway)
    return gateway
  }
  const close = async () => void (await Promise.all(gateways.map((gateway) => gateway.close())))
  const { instances, execution } = against(edition, make, run)
  const capabilities = execution.target.capabilities.filter((capability) => !without.includes(capability))
  return { instances, execution: { ...execution, target: { ...execution.target, capabilities } }, close }
}

/** What a gateway in this process is given: virtual time, and the links to its peers. */
type Surroundings = Pick<GatewayOptions, 'clock' | 'timer' | 'outbound'>

/** Gives the handlers of one domain's gateway. */
type Make = (instance: InstanceFile, surroundings: Surroundings) => GatewayHandlers

/** The same against handlers that are no reference gateway. */
export function against(
  edition: EditionId,
  make: Make,
  { seed = 1, furtherDomains = [] }: Pick<Variant, 'seed' | 'furtherDomains'> = {},
): InProcess {
  const drawn = randomFrom(`tokens/${edition}`)
  const clock = createVirtualClock(epochMs)
  const gateways = referenceDomains.map((domain) => ({ edition, domain }))
  const network = createNetwork({ gateways, played: playedDomains, clock, seed })
  const token = () => Buffer.from(drawn.bytes(24)).toString('base64url')
  const peersOf = introduce({ gateways, played: playedDomains, token, urlOf: network.addressOf })
  const instances: InstanceFile[] = []
  const handlers = new Map<string, GatewayHandlers>()
  for (const place of gateways) {
    const domains = [place.domain, ...furtherDomains.map((prefix) => `${prefix}.${place.domain}`)]
    const instance = { ...referenceInstance(place, token, peersOf(place)), domains }
    const gateway = make(instance, { clock, timer: clock, outbound: network.outbound })
    instances.push(instance)
    handlers.set(place.domain, gateway)
    network.lead(place, () => (request) => gateway.external(request))
  }
  const channel = impatient(inProcess(handlers, patience))
  const target = referenceTarget(instances, suite.version)
  const execution = { edition: editions[edition], target, channel, seed, clock, network }
  return { instances, execution, close: async () => {} }
}

function patience(isOver: () => void): () => void {
  const timer = setTimeout(isOver, patienceMs).unref()
  return () => clearTimeout(timer)
}

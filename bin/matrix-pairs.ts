// Runs ordered pairs of targets through the stories of two domains, each pair with gateways and recording links of its own.
import { appliesTo, execute } from '../harness/execute.ts'
import { startFederation } from '../harness/launch/federation.ts'
import { createLauncher } from '../harness/launch/launch.ts'
import { remoteNetwork } from '../harness/link/remote.ts'
import type { LoadedScenario } from '../harness/load.ts'
import { systemClock } from '../harness/playwright/system-clock.ts'
import type { Result } from '../harness/result.ts'
import type { LaunchedTarget, RunningTarget } from '../harness/target.ts'
import { dialectPoints } from '../harness/transport/dialect.ts'
import { openSockets } from '../harness/transport/socket.ts'
import { twoDomains } from '../harness/world-plan.ts'
import type { EditionId } from '../spec/edition.ts'
import { editions } from '../spec/editions.ts'
import { debugLog } from './console.ts'
import { linkTimeoutMs, serveInstance } from './embedded.ts'
import { referenceCapabilities, referenceInstance } from './reference-target.ts'
import { newToken, system } from './system.ts'

/** One side of a pair: a target that the suite starts, or the reference gateway in this process. */
export type Partner = LaunchedTarget | 'reference'

export interface PairRun {
  readonly a: Partner
  readonly b: Partner
  readonly edition: EditionId
  readonly seed: number
  readonly timeoutMs: number
  /** Asked before each story; a run that is to stop ends early. */
  isStopped(): boolean
}

const domains = ['a.example', 'b.example'] as const

/** The stories of two domains that an edition tells. */
export function storiesOfTwo(scenarios: readonly LoadedScenario[], edition: EditionId): LoadedScenario[] {
  return scenarios.filter((one) => one.scenario.world === twoDomains && appliesTo(one, editions[edition]))
}

/** Why two targets cannot be tried together in an edition; undefined where they can. */
export function whyNot(partners: readonly Partner[], edition: EditionId): string | undefined {
  const provider = edition === '2023-03-08' ? 'basic' : 'x509'
  for (const one of partners) {
    if (one === 'reference') continue
    if (!one.editions.includes(edition)) return `${one.name} does not speak edition ${edition}`
    for (const needed of ['federation', 'define-application', provider] as const)
      if (!one.capabilities.includes(needed)) return `${one.name} does not declare ${needed}`
    if (one.launch.tls) return `${one.name} is started in TLS mode`
    const [point] = dialectPoints(one.dialect)
    if (point !== undefined) return `${one.name} differs from the wire profile (${point})`
  }
  return undefined
}

/** Stories of their own applications do not disturb one another; where something is wrong, most of their time is waiting. */
const sideBySide = 6

/** Starts both gateways, tells the stories, and stops what it started. */
export async function runPair(run: PairRun, stories: readonly LoadedScenario[]): Promise<Result[]> {
  const { a, b, edition, seed, timeoutMs } = run
  const links = openSockets(linkTimeoutMs)
  const sockets = openSockets(timeoutMs)
  const starts = new Map(
    await Promise.all(domains.map(async (domain, index) => [domain, await starter(index ? b : a)] as const)),
  )
  try {
    const federation = await startFederation({
      gateways: domains.map((domain) => ({ edition, domain })),
      played: [],
      clock: systemClock,
      seed,
      token: newToken,
      reach: links.channel,
      start: (place, peers) => {
        const found = [...starts].find(([domain]) => domain === place.domain)?.[1]
        if (!found) throw new Error(`nobody starts ${place.domain}`)
        return found.start(place, peers)
      },
    })
    try {
      const target = targetOf([a, b], { edition, gateways: federation.instances })
      const network = remoteNetwork(federation.network, sockets.channel)
      const common = { edition: editions[edition], target, channel: sockets.channel, seed, clock: systemClock, network }
      const left = [...stories]
      const results: Result[] = []
      const tell = async () => {
        for (let story = left.shift(); story && !run.isStopped(); story = left.shift())
          results.push(await execute(story, common))
      }
      await Promise.all(Array.from({ length: sideBySide }, tell))
      return results.toSorted((one, other) => (one.scenario < other.scenario ? -1 : 1))
    } finally {
      await federation.close()
    }
  } finally {
    await Promise.all([...starts.values()].map(({ close }) => close()))
    await Promise.all([links.close(), sockets.close()])
  }
}

type Starter = Pick<Awaited<ReturnType<typeof createLauncher>>, 'start' | 'close'>

async function starter(partner: Partner): Promise<Starter> {
  if (partner !== 'reference') return createLauncher({ target: partner, clock: systemClock, random: system.random })
  return {
    start: (place, peers) => serveInstance(referenceInstance(place, newToken, peers), { log: debugLog }),
    close: async () => {},
  }
}

/** Both gateways as one target: what both declare. */
function targetOf(
  partners: readonly [Partner, Partner],
  { edition, gateways }: { readonly edition: EditionId; readonly gateways: RunningTarget['gateways'] },
): RunningTarget {
  const capabilitiesOf = (one: Partner) => (one === 'reference' ? referenceCapabilities : one.capabilities)
  const suitesOf = (one: Partner) => (one === 'reference' ? [1, 2, 3, 7] : one.cipherSuites)
  const [a, b] = partners
  const body = partners.flatMap((one) => (one === 'reference' ? [] : (one.limits.body ?? [])))
  return {
    name: 'pair',
    version: '1',
    editions: [edition],
    capabilities: capabilitiesOf(a).filter((one) => capabilitiesOf(b).includes(one)),
    cipherSuites: suitesOf(a).filter((one) => suitesOf(b).includes(one)),
    limits: body.length > 0 ? { body: Math.min(...body) } : {},
    dialect: {},
    gateways,
  }
}

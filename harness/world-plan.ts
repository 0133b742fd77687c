// What is set up before a probe begins.
import type { Capability } from '../spec/capability.ts'
import type { EditionId } from '../spec/edition.ts'
import type { Network } from './link/network.ts'
import type { RunningTarget } from './target.ts'
import { changesRequests } from './transport/dialect.ts'

export type WorldPlan =
  | 'one-application'
  | 'two-applications'
  | 'no-application'
  | 'two-domains'
  | 'with-peer'
  | 'with-two-peers'
  | 'with-peer-alone'

/** One domain, its first application server working for a fresh application. */
export const oneDomain: WorldPlan = 'one-application'
/** One domain, two application servers, each with an application of its own. */
export const twoApplications: WorldPlan = 'two-applications'
/** One domain, nothing defined in it yet. */
export const emptyDomain: WorldPlan = 'no-application'
/** Two domains of the target; one application in both, federating, with the first application server of each. */
export const twoDomains: WorldPlan = 'two-domains'
/** One domain of the target; its application federates with a domain that the suite plays. */
export const withPeer: WorldPlan = 'with-peer'
/** One domain of the target; its application federates with two domains that the suite plays. */
export const withTwoPeers: WorldPlan = 'with-two-peers'
/**
 * One domain of the target; its application federates with a domain that the suite plays for one story at a time, which
 * may therefore say what the domain answers to requests without an application.
 */
export const withPeerAlone: WorldPlan = 'with-peer-alone'

interface Others {
  /** How many more domains of the target the application federates with. */
  readonly gateways: number
  /** Which of the played domains: from the first of these numbers to before the second. */
  readonly played: readonly [from: number, end: number]
}

const others: Readonly<Partial<Record<WorldPlan, Others>>> = {
  'two-domains': { gateways: 1, played: [0, 0] },
  'with-peer': { gateways: 0, played: [0, 1] },
  'with-two-peers': { gateways: 0, played: [0, 2] },
  'with-peer-alone': { gateways: 0, played: [2, 3] },
}

export interface Setting {
  readonly edition: EditionId
  readonly target: RunningTarget
  readonly network?: Network | undefined
}

/** The domains that the application of a plan spans, the first gateway's first; undefined for a plan of one domain. */
export function federatedDomains(plan: WorldPlan, { edition, target, network }: Setting): string[] | undefined {
  const wanted = others[plan]
  if (!wanted) return undefined
  const gateways = target.gateways.filter((gateway) => gateway.edition === edition)
  const own = gateways.slice(0, 1 + wanted.gateways).flatMap(({ domains }) => domains.slice(0, 1))
  return [...own, ...(network?.played ?? []).slice(...wanted.played)]
}

/** Capabilities that a plan takes: an application is made for it, with clients that a federation of that edition can know. */
export function neededFor(plan: WorldPlan, edition: EditionId): Capability[] {
  if (!others[plan]) return []
  return ['federation', edition === '2023-03-08' ? 'basic' : 'x509', 'define-application']
}

/** What the target does not give to a plan, in words; undefined where it gives all. */
export function lacking(plan: WorldPlan, setting: Setting): string | undefined {
  if (plan === 'two-applications') return lackingApplication(setting)
  const wanted = others[plan]
  if (!wanted) return undefined
  const gateways = setting.target.gateways.filter(({ edition }) => edition === setting.edition).length
  if (gateways < 1 + wanted.gateways) return `the target runs ${gateways} gateway(s) for ${setting.edition}`
  const [, needed] = wanted.played
  if (needed > 0 && setting.target.dialect.authentication === 'none')
    return 'needs authentication: a gateway cannot tell which peer calls'
  if (needed > 0 && changesRequests(setting.target.dialect))
    return 'the suite does not play peers in the dialect of the target'
  const played = setting.network?.played.length ?? 0
  if (played < needed) return `the target is peer of ${played} domain(s) that the suite plays`
  return undefined
}

/** A second application, of a second application server: what a target lacks that lists its applications itself. */
function lackingApplication({ edition, target }: Setting): string | undefined {
  const [, second] = target.gateways.find((gateway) => gateway.edition === edition)?.applicationServers ?? []
  if (!second) return 'the target names no second application server'
  const { applications } = target
  const isListed = applications?.some((one) => one.edition === edition && one.applicationServers[0] === second.name)
  return applications && !isListed ? `the target lists no application of ${second.name}` : undefined
}

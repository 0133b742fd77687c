// A recording link from one gateway to another: forwards every request, keeps what passed, and misbehaves where told to.
import type { Clock } from '../../simulator/clock.ts'
import type { WireRequest, WireResponse } from '../../simulator/exchange.ts'
import { type Random, randomFrom } from '../../simulator/random.ts'
import type { EditionId } from '../../spec/edition.ts'
import { type Faults, fateOf } from './faults.ts'

/** Gives the answer to a request as it came, raw target and all; rejects when no answer comes. */
export type Answering = (request: WireRequest) => Promise<WireResponse>

/** A link's place in the federation of one edition: the domain that asks and the domain that is asked. */
export interface LinkEnds {
  readonly edition: EditionId
  readonly from: string
  readonly to: string
}

export function isSameLink(left: LinkEnds, right: LinkEnds): boolean {
  return left.edition === right.edition && left.from === right.from && left.to === right.to
}

/** A request on a link and what became of it. */
export interface Passage {
  readonly from: string
  readonly to: string
  readonly request: WireRequest
  /** What the other gateway answered, also where that answer did not go back; absent where it never answered. */
  readonly response?: WireResponse
  /** Why the asking gateway got no answer. */
  readonly lost?: string
  /** What the other gateway answered to the same request when it arrived a second time. */
  readonly again?: WireResponse
  /** Milliseconds on the run's clock. */
  readonly atMs: number
  readonly durationMs: number
}

export interface LinkOptions {
  readonly ends: LinkEnds
  /** Where requests go; `lead` changes it. */
  readonly forward: Answering
  readonly clock: Clock
  readonly seed: number
}

/** What a scenario may do to a link, for the requests of its own application only. */
export interface LinkControl {
  readonly ends: LinkEnds
  /** Faults from now on; draws go on where they stood. */
  disturb(appId: string, faults: Faults): Promise<void>
  heal(appId: string): Promise<void>
  /** Everything that passed for this application so far, in the order of arrival at the link. */
  passages(appId: string): Promise<readonly Passage[]>
  /** Ends the application's faults and forgets what passed for it and what was drawn. */
  forget(appId: string): Promise<void>
}

export interface Link extends LinkControl {
  /** Answers as the other gateway would; rejects where the connection breaks. */
  pass: Answering
  /** Leads the link to another place, for all applications that are not routed. */
  lead(forward: Answering): void
  /** Sends an application's requests somewhere else, or back to where the link leads. */
  route(appId: string, forward: Answering | undefined): void
}

/** Requests without an application (`/apps`, `/healthz`) are recorded under this name and never disturbed. */
export const noApplication = ''

interface Traffic {
  readonly random: Random
  readonly passages: Passage[]
  faults?: Faults | undefined
  route?: Answering | undefined
}

/**
 * Makes a link. Faults, draws and records are kept for each application apart, so that scenarios beside each other do not
 * disturb one another; the n-th disturbed request of an application meets the same fate in every run with this seed.
 */
export function createLink({ ends, forward, clock, seed }: LinkOptions): Link {
  const { edition, from, to } = ends
  const traffic = new Map<string, Traffic>()
  let leadsTo = forward
  const of = (appId: string): Traffic => {
    const key = appId.toLowerCase()
    const known = traffic.get(key)
    if (known) return known
    const fresh = { random: randomFrom(`${seed}/${edition}/${from}/${to}/${key}`), passages: [] }
    traffic.set(key, fresh)
    return fresh
  }

  return {
    ends,
    async pass(request) {
      const { passages, faults, random, route } = of(applicationOf(request.target))
      const index = passages.length
      const atMs = clock.now()
      const keep = (more: Pick<Passage, 'response' | 'lost' | 'again'>) => {
        const { lost: _, ...known } = passages[index] ?? { from, to, request, atMs }
        passages[index] = { ...known, ...more, durationMs: clock.now() - atMs }
      }
      keep({ lost: 'under way' })
      try {
        const fate = faults && fateOf(faults, random)
        if (fate && fate.delayMs > 0) await clock.pass(fate.delayMs)
        if (fate?.arrives === 0) throw new Error(faults?.cut ? 'the link was cut' : 'lost on the way there')
        const next = route ?? leadsTo
        const response = await next(request)
        keep({ response })
        if (fate?.arrives === 2) await next(request).then((again) => keep({ again }), nothing)
        if (fate?.answered === false) throw new Error('lost on the way back')
        return response
      } catch (error) {
        keep({ lost: error instanceof Error ? error.message : String(error) })
        throw error
      }
    },
    lead(forward) {
      leadsTo = forward
    },
    route(appId, forward) {
      of(appId).route = forward
    },
    async disturb(appId, faults) {
      of(appId).faults = faults
    },
    async heal(appId) {
      of(appId).faults = undefined
    },
    passages: async (appId) => [...of(appId).passages],
    async forget(appId) {
      const { route } = of(appId)
      traffic.delete(appId.toLowerCase())
      if (route) of(appId).route = route
    },
  }
}

/** A copy that got no answer leaves nothing to keep. */
function nothing(): void {}

/** The application a request is about, in lower case; `noApplication` for the rest. */
function applicationOf(target: string): string {
  return /^\/apps\/([^/?#]+)/.exec(target)?.[1]?.toLowerCase() ?? noApplication
}

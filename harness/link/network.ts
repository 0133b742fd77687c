// All links among the gateways of a run, and to the domains that the suite plays itself; nothing listens here.
import type { Clock } from '../../simulator/clock.ts'
import type { WireRequest, WireResponse } from '../../simulator/exchange.ts'
import { jsonResponse, problemResponse } from '../../simulator/response.ts'
import type { EditionId } from '../../spec/edition.ts'
import { type Answering, createLink, isSameLink, type Link, type LinkControl, type LinkEnds } from './link.ts'

/** A domain in the federation of one edition. */
export interface Place {
  readonly edition: EditionId
  readonly domain: string
}

/** What a played domain answers for one application. */
export interface Play {
  readonly answer: Answering
  /**
   * What its `GET /apps` lists for this application: configurations in the edition's wire form; none: not listed.
   * `itself`: `answer` answers that request too, in place of all that the domain lists.
   */
  readonly lists: readonly unknown[] | 'itself'
}

/** The links of a run as a scenario uses them, whether they are in this process or in the parent's. */
export interface Network {
  /** The domains that the suite plays; every gateway has each of them as a peer. */
  readonly played: readonly string[]
  readonly ends: readonly LinkEnds[]
  link(ends: LinkEnds): LinkControl | undefined
  /**
   * Plays a domain for one application from now on; `leave` ends it. Before and after that the domain knows nothing of
   * the application: it answers 404.
   */
  play(place: Place, appId: string, play: Play): Promise<{ leave(): Promise<void> }>
}

/** The network where its links are objects of this process. */
export interface LocalNetwork extends Network {
  readonly links: readonly Link[]
  /** Says where a gateway is, so that the links to it lead there, each in the name of the domain it comes from. */
  lead(to: Place, forwardFrom: (domain: string) => Answering): void
  /** The base URL that a gateway in this process is given for its peer; nothing listens there. */
  addressOf(ends: LinkEnds): string
  /** Carries a request to the peer at such a base URL; rejects where the connection breaks. */
  outbound(to: string, request: WireRequest): Promise<WireResponse & { headers: [string, string][] }>
}

export interface NetworkOptions {
  readonly gateways: readonly Place[]
  readonly played: readonly string[]
  readonly clock: Clock
  readonly seed: number
}

/** Makes a link for every ordered pair of gateways of one edition, and one from each gateway to each played domain. */
export function createNetwork({ gateways, played, clock, seed }: NetworkOptions): LocalNetwork {
  const stages = new Map<string, Map<string, Play>>()
  const playsAt = ({ edition, domain }: Place) => {
    const key = `${edition} ${domain}`
    const known = stages.get(key) ?? new Map<string, Play>()
    stages.set(key, known)
    return known
  }
  const links = gateways.flatMap(({ edition, domain: from }) => {
    const others = gateways.filter((other) => other.edition === edition && other.domain !== from)
    const link = (to: string, forward: Answering) => createLink({ ends: { edition, from, to }, forward, clock, seed })
    return [
      ...others.map(({ domain: to }) => link(to, nobody)),
      ...played.map((to) => link(to, playedDomain(playsAt({ edition, domain: to })))),
    ]
  })
  const find = (ends: LinkEnds) => links.find((link) => isSameLink(link.ends, ends))
  const leadingTo = ({ edition, domain }: Place) =>
    links.filter(({ ends }) => ends.edition === edition && ends.to === domain)

  return {
    played,
    ends: links.map((link) => link.ends),
    links,
    link: find,
    async play(place, appId, play) {
      if (!played.includes(place.domain)) throw new Error(`${place.domain} is not a domain that the suite plays`)
      const direct = (forward: Answering | undefined) => {
        for (const link of leadingTo(place)) link.route(appId, forward)
      }
      direct(play.answer)
      playsAt(place).set(appId, play)
      return {
        async leave() {
          direct(undefined)
          playsAt(place).delete(appId)
        },
      }
    },
    lead(to, forwardFrom) {
      for (const link of leadingTo(to)) link.lead(forwardFrom(link.ends.from))
    },
    addressOf,
    async outbound(to, request) {
      const link = links.find(({ ends }) => addressOf(ends) === to)
      if (!link) throw new Error(`no peer is at ${to}`)
      const { status, headers, body } = await link.pass(request)
      return { status, headers: headers.map(([name, value]) => [name, value]), body }
    },
  }
}

/** A name of the top-level domain that is kept free for tests (RFC 6761, section 6.2). */
function addressOf({ edition, from, to }: LinkEnds): string {
  return `http://${to}.from.${from}.e${edition}.test`
}

function nobody(): Promise<WireResponse> {
  return Promise.reject(new Error('nobody listens at the other end'))
}

/** A played domain where no scenario answers for it: it lists what is played in it and knows nothing else. */
function playedDomain(plays: ReadonlyMap<string, Play>): Answering {
  return async (request) => {
    const asked = `${request.method} ${request.target.replace(/[?#].*$/, '')}`
    if (asked === 'GET /healthz') return jsonResponse(200, {})
    if (asked === 'GET /apps') {
      const own = [...plays.values()].find(({ lists }) => lists === 'itself')
      return own
        ? own.answer(request)
        : jsonResponse(
            200,
            [...plays.values()].flatMap(({ lists }) => lists),
          )
    }
    return problemResponse('not-found', 'No scenario plays this domain for such an application.')
  }
}

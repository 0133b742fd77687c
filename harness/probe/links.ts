// The links of one scenario: the run's links, for its own applications alone; what passed becomes exchanges of its record.
import { type Answer, answerOf } from '../../simulator/answer.ts'
import type { Exchange } from '../../simulator/exchange.ts'
import { operationOf } from '../../simulator/read-request.ts'
import type { Edition } from '../../spec/edition.ts'
import type { Faults } from '../link/faults.ts'
import type { LinkControl, Passage } from '../link/link.ts'
import type { Network, Play } from '../link/network.ts'
import type { Recorder } from '../transport/recorder.ts'
import { Unreachable } from '../unreachable.ts'

/** The link from one gateway to another, for the requests of this scenario's applications. */
export interface StageLink {
  disturb(faults: Faults): Promise<void>
  /** Nothing gets through any more. */
  cut(): Promise<void>
  heal(): Promise<void>
  /** Everything that passed so far, in the order of arrival at the link; what was lost has no answer or says why. */
  passages(): Promise<readonly Answer[]>
}

export interface StageLinks {
  /** The domains that the suite plays. */
  readonly played: readonly string[]
  /** Links carry the requests of this application as well from now on. */
  watch(appId: string): void
  link(from: string, to: string): StageLink
  /** Plays a domain for one application until the scenario ends; called again, it plays it otherwise. */
  play(domain: string, appId: string, play: Play): Promise<void>
  /** Ends what was disturbed and played, and keeps whatever passed on any link. */
  close(): Promise<void>
}

export interface LinksContext {
  readonly edition: Edition
  readonly network: Network
  readonly record: Recorder
  /** The time the scenario began, on the clock that the links have too. */
  readonly startMs: number
}

export function createStageLinks({ edition, network, record, startMs }: LinksContext): StageLinks {
  const appIds = new Set<string>()
  const playing = new Map<string, { leave(): Promise<void> }>()
  const ofAll = <T>(act: (appId: string) => Promise<T>) => Promise.all([...appIds].map(act))

  const exchangesOf = ({ from, to, ...passage }: Passage): Omit<Exchange, 'id'>[] => {
    const { request, response, lost, again, atMs, durationMs } = passage
    const operation = operationOf(edition, request)
    const common = {
      from: `gateway ${from}`,
      to: `${to} external`,
      ...(operation && { operation }),
      request,
      startedAtMs: atMs - startMs,
      durationMs,
    }
    const first = { ...common, ...(response && { response }), ...(lost !== undefined && { noAnswer: lost }) }
    return again ? [first, { ...common, from: `gateway ${from} (again)`, response: again }] : [first]
  }
  const note = async ({ ends, passages }: LinkControl, appId: string): Promise<Exchange[]> =>
    (await passages(appId)).flatMap((passage, index) =>
      exchangesOf(passage).map((exchange, copy) =>
        record.note([ends.from, ends.to, appId, index, copy].join(' '), exchange),
      ),
    )
  const find = (from: string, to: string): LinkControl => {
    const link = network.link({ edition: edition.id, from, to })
    if (!link) throw new Unreachable(`the target has no recorded link from ${from} to ${to}`)
    return link
  }

  return {
    played: network.played,
    watch: (appId) => void appIds.add(appId),
    link(from, to) {
      const link = find(from, to)
      const disturb = async (faults: Faults) => void (await ofAll((appId) => link.disturb(appId, faults)))
      return {
        disturb,
        cut: () => disturb({ cut: true }),
        heal: async () => void (await ofAll((appId) => link.heal(appId))),
        async passages() {
          const exchanges = (await ofAll((appId) => note(link, appId))).flat()
          return exchanges.map((exchange) => answerOf(edition, exchange))
        },
      }
    },
    async play(domain, appId, play) {
      const role = `${domain} ${appId}`
      await playing.get(role)?.leave()
      playing.set(role, await network.play({ edition: edition.id, domain }, appId, play))
    },
    async close() {
      for (const ends of network.ends) {
        const link = ends.edition === edition.id ? network.link(ends) : undefined
        if (!link) continue
        await ofAll((appId) => note(link, appId))
        await ofAll((appId) => link.forget(appId))
      }
      for (const one of playing.values()) await one.leave()
    },
  }
}

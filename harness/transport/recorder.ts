// Keeps every exchange of one scenario: sends through a channel, numbers, times, and never throws for the other side.
import type { Endpoint, Exchange, Transport, WireRequest, WireResponse } from '../../simulator/exchange.ts'

/** Carries one request to an endpoint; rejects with `NoAnswer` when nothing comes back. */
export type Channel = (endpoint: Endpoint, request: WireRequest) => Promise<WireResponse>

/** Why no answer came, in words for a report: no addresses, no times, so that two runs say the same. */
export class NoAnswer extends Error {}

export interface Recorder extends Transport {
  /** In the order of sending, or of being noted. */
  readonly exchanges: readonly Exchange[]
  /** Why the first of the requests that were sent here and never answered was not; what was noted does not count. */
  readonly noAnswer: string | undefined
  /** Keeps an exchange between others; what is noted under the same key later takes its place. */
  note(key: string, exchange: Omit<Exchange, 'id'>): Exchange
}

/** A transport that records; `elapsedMs` counts from the start of the scenario. */
export function recorder(channel: Channel, elapsedMs: () => number): Recorder {
  const exchanges: Exchange[] = []
  const noted = new Map<string, number>()
  let sent = 0
  let silence: string | undefined
  return {
    exchanges,
    get noAnswer() {
      return silence
    },
    note(key, exchange) {
      const index = noted.get(key) ?? sent++
      noted.set(key, index)
      const kept = { id: `e${index + 1}`, ...exchange }
      exchanges[index] = kept
      return kept
    },
    async exchange({ from, to, operation, request }) {
      const index = sent++
      const startedAtMs = elapsedMs()
      const outcome = await channel(to, request).then(
        (response) => ({ response }),
        (error: unknown) => {
          if (error instanceof NoAnswer) {
            silence ??= error.message
            return { noAnswer: error.message }
          }
          throw error
        },
      )
      const exchange: Exchange = {
        id: `e${index + 1}`,
        from,
        to: `${to.domain} ${to.interface}`,
        ...(operation && { operation }),
        request,
        ...outcome,
        startedAtMs,
        durationMs: elapsedMs() - startedAtMs,
      }
      exchanges[index] = exchange
      return exchange
    },
  }
}

/**
 * Gives up on an endpoint that let several requests in a row go unanswered, so that a gateway that hangs does not hold
 * up the whole run; what is asked after that is answered with the reason at once. Requests of several stories that were
 * waiting together count as one: a gateway that hangs at one operation alone still answers the others.
 */
export function impatient(channel: Channel, patience = 3): Channel {
  const unanswered = new Map<string, number>()
  return async (endpoint, request) => {
    const count = unanswered.get(endpoint.url) ?? 0
    if (count >= patience) throw new NoAnswer(`the last ${patience} requests to this interface went unanswered`)
    try {
      const response = await channel(endpoint, request)
      unanswered.delete(endpoint.url)
      return response
    } catch (error) {
      const isFirstSince = (unanswered.get(endpoint.url) ?? 0) === count
      if (error instanceof NoAnswer && isFirstSince) unanswered.set(endpoint.url, count + 1)
      throw error
    }
  }
}

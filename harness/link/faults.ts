// What a link between two gateways may do to the requests of one application, decided by the seed alone.
import type { Random } from '../../simulator/random.ts'

/** Faults of a link for one application; none of them by default. */
export interface Faults {
  /** No request gets through, as if the other gateway were gone. */
  readonly cut?: boolean | undefined
  /** Waits before forwarding, in milliseconds: drawn evenly from this range, both ends included. */
  readonly delayMs?: readonly [least: number, most: number] | undefined
  /** Of a hundred requests so many are lost before they arrive. */
  readonly losesRequests?: number | undefined
  /** Of a hundred answers so many are lost on their way back. */
  readonly losesAnswers?: number | undefined
  /** Of a hundred requests so many arrive twice, the second time after the first was answered. */
  readonly duplicates?: number | undefined
}

/** What happens to one request. */
export interface Fate {
  readonly delayMs: number
  readonly arrives: 0 | 1 | 2
  readonly answered: boolean
}

/**
 * Draws the fate of the next request of an application. Every request draws alike, whatever the faults, so that what
 * happens to the tenth does not depend on what was asked of the link before.
 */
export function fateOf(faults: Faults, random: Random): Fate {
  const [least, most] = faults.delayMs ?? [0, 0]
  const delayMs = least + random.below(most - least + 1)
  const chance = (percent = 0) => random.below(100) < percent
  const lost = chance(faults.losesRequests)
  const twice = chance(faults.duplicates)
  const unanswered = chance(faults.losesAnswers)
  if (faults.cut || lost) return { delayMs, arrives: 0, answered: false }
  return { delayMs, arrives: twice ? 2 : 1, answered: !unanswered }
}

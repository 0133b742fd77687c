// Waiting for what a gateway does on its own account (forwarding, catching up): bounded, and without fixed sleeps.
import type { Clock } from '../../simulator/clock.ts'

/** How long a gateway may take, and how soon it is looked at again, in milliseconds. */
const withinMs = 10_000
const firstPauseMs = 25
const longestPauseMs = 1_000

/**
 * Asks until the answer is what it should be, for ten seconds at most; gives the last answer, whatever it is. Pauses grow, so
 * that what never comes does not fill a report with questions.
 */
export async function eventually<T>(
  clock: Clock,
  ask: () => Promise<T>,
  isReached: (answer: T) => boolean,
): Promise<T> {
  const end = clock.now() + withinMs
  let pauseMs = firstPauseMs
  let answer = await ask()
  while (!isReached(answer) && clock.now() < end) {
    await clock.pass(Math.min(pauseMs, end - clock.now()))
    pauseMs = Math.min(Math.ceil(pauseMs * 1.5), longestPauseMs)
    answer = await ask()
  }
  return answer
}

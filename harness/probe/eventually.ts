// Waiting for what a gateway does on its own account (forwarding, catching up): bounded, and without fixed sleeps.
import type { Clock } from '../../simulator/clock.ts'

/** How long a gateway may take, and how often it is looked at, in milliseconds. */
const withinMs = 10_000
const everyMs = 25

/** Asks until the answer is what it should be, for ten seconds at most; gives the last answer, whatever it is. */
export async function eventually<T>(
  clock: Clock,
  ask: () => Promise<T>,
  isReached: (answer: T) => boolean,
): Promise<T> {
  const end = clock.now() + withinMs
  let answer = await ask()
  while (!isReached(answer) && clock.now() < end) {
    await clock.pass(everyMs)
    answer = await ask()
  }
  return answer
}

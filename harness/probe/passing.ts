// Letting time pass at the gateway: as long as a lifetime asks for, then a few more looks, never without end.
import type { Answer } from '../../simulator/answer.ts'
import type { Clock } from '../../simulator/clock.ts'

/** Looks after the time has passed; a gateway whose clock is a little behind gets there within these. */
const looks = 4

/**
 * Waits until something that lives for `seconds` has expired, then asks up to four times, a second apart, until the
 * answer is what it should be; gives the last answer.
 */
export async function passUntil<A extends Answer>(
  clock: Clock,
  ask: () => Promise<A>,
  { seconds, isReached }: { readonly seconds: number; isReached(answer: A): boolean },
): Promise<A> {
  // A lifetime counts whole seconds and includes its last one.
  await clock.pass((seconds + 1) * 1000)
  let answer = await ask()
  for (let looked = 1; looked < looks && !isReached(answer); looked++) {
    await clock.pass(1000)
    answer = await ask()
  }
  return answer
}

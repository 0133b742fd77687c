// The demand on what several readings show after a refusal: the same as before.
import type { Answer } from '../../simulator/answer.ts'
import { all, type Judgement } from './judgement.ts'
import { unchanged } from './value.ts'

/** Each reading after a refusal shows what the one in its place showed before. */
export function allUnchanged(before: readonly Answer[], after: readonly Answer[]): Judgement {
  return all(
    ...before.map((earlier, index) => {
      const later = after[index]
      if (later === undefined) throw new Error(`nothing was read back in the place of ${earlier.exchange.id}`)
      return unchanged(earlier, later)
    }),
  )
}

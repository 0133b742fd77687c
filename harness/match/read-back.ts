// The demand on what several readings show after a refusal: the same as before.
import { isDeepStrictEqual } from 'node:util'
import { type Answer, isAccepted } from '../../simulator/answer.ts'
import { all, type Judgement, met, unmet } from './judgement.ts'
import { plain, unchanged } from './value.ts'

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

/** One of the readings after a request that has an effect shows it; met where nothing can be read at all. */
export function someChanged(before: readonly Answer[], after: readonly Answer[]): Judgement {
  const shows = (later: Answer, index: number) =>
    isAccepted(later) && !isDeepStrictEqual(plain(before[index]?.value), plain(later.value))
  const [first] = after
  if (first === undefined || after.some(shows)) return met
  return unmet({ expected: 'something new', actual: 'the same as before', at: `${first.exchange.id} read back` })
}

// Demands on what several readings show after a refusal: the same as before.
import { type Answer, isAccepted } from '../../simulator/answer.ts'
import { described } from './answer.ts'
import { all, type Judgement, met, unmet } from './judgement.ts'
import { unchanged } from './value.ts'

/** Each reading after a refusal shows what the one in its place showed before. */
export function allUnchanged(before: readonly Answer[], after: readonly Answer[]): Judgement {
  return all(...before.map((answer, index) => stillAs(answer, after[index])))
}

/** As `unchanged`; and what was not there to be read before is still not there. */
function stillAs(before: Answer, after: Answer | undefined): Judgement {
  if (after === undefined) throw new Error(`nothing was read back in the place of ${before.exchange.id}`)
  if (!isAbsent(before)) return unchanged(before, after)
  if (isAbsent(after)) return { ...met, readBack: 'unchanged' }
  if (!isAccepted(after)) return { ...met, readBack: 'unavailable' }
  const at = `${after.exchange.id} read back`
  return {
    ...unmet({ kind: 'took-effect', expected: described(before), actual: described(after), at }),
    readBack: 'changed',
  }
}

function isAbsent({ status = 0 }: Answer): boolean {
  return status >= 400 && status <= 499
}

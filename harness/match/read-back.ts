// Demands on what several readings show after a refusal: the same as before.
import { type Answer, isAccepted } from '../../simulator/answer.ts'
import { described } from './answer.ts'
import { all, type Judgement, met, unmet } from './judgement.ts'
import { unchanged } from './value.ts'

/** Each reading after a refusal shows what the one in its place showed before. */
export function allUnchanged(before: readonly Answer[], after: readonly Answer[]): Judgement {
  return all(...before.map((answer, index) => stillAs(answer, after[index])))
}

/** As `unchanged`; and what was not there to be read before is still not there, what was there is not gone. */
function stillAs(before: Answer, after: Answer | undefined): Judgement {
  if (after === undefined) throw new Error(`nothing was read back in the place of ${before.exchange.id}`)
  if (isAbsent(before) && isAbsent(after)) return { ...met, readBack: 'unchanged' }
  if (!isReadable(before) || !isReadable(after)) return { ...met, readBack: 'unavailable' }
  if (!isAbsent(before) && !isAbsent(after)) return unchanged(before, after)
  const [expected, actual] = [described(before), described(after)]
  return {
    ...unmet({ kind: 'took-effect', expected, actual, at: `${after.exchange.id} read back` }),
    readBack: 'changed',
  }
}

function isReadable(answer: Answer): boolean {
  return isAccepted(answer) || isAbsent(answer)
}

function isAbsent({ status = 0 }: Answer): boolean {
  return status >= 400 && status <= 499
}

// Demands on the plainest use of a declared capability: it is there; whether it works well is for other requirements.
import { type Answer, isAccepted } from '../../simulator/answer.ts'
import { accepted, answered } from './answer.ts'
import { type Judgement, met, unmet } from './judgement.ts'

/** How a server answers that has no such operation. */
const absent: readonly (number | undefined)[] = [404, 405, 501]

/** The operation exists: the answer is not 404, 405 or 501. */
export function offered(use: Answer): Judgement {
  if (!absent.includes(use.status)) return answered(use)
  const expected = 'the declared capability (neither 404 nor 405 nor 501)'
  return unmet({ expected, actual: String(use.status), at: `${use.exchange.id}.status` })
}

/** The answer decides: it was carried out, or there is no such operation. Any other refusal says nothing of the capability. */
export function settled(use: Answer): Judgement {
  return isAccepted(use) || absent.includes(use.status) ? met : accepted(use)
}

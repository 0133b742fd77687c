// Thrown inside a probe when the situation under test cannot be reached; it carries the first cause.
import type { Answer } from '../simulator/answer.ts'
import { isAccepted } from '../simulator/answer.ts'
import type { ReadingId } from '../spec/reading.ts'
import { described } from './match/answer.ts'

export class Unreachable extends Error {
  /** The answer that stood in the way, where there was one. */
  readonly answer: Answer | undefined
  /** The reading by which a gateway may have refused the step without being wrong. */
  readonly tolerated: ReadingId | undefined

  constructor(cause: string, { answer, tolerated }: { answer?: Answer; tolerated?: ReadingId | undefined } = {}) {
    super(cause)
    this.name = 'Unreachable'
    this.answer = answer
    this.tolerated = tolerated
  }
}

/** The answer's value, or `Unreachable`: for steps on the way to a situation, which are not what is judged. */
export function reached<A extends Answer>(answer: A): NonNullable<A['value']> {
  const value = achieved(answer).value
  if (value === undefined || value === null)
    throw new Unreachable(`${step(answer)} answered without a value`, { answer })
  return value as NonNullable<A['value']>
}

/**
 * The answer, accepted, or `Unreachable`; for operations whose answer carries nothing. `tolerated` names the reading that
 * lets a gateway refuse this step: what depends on it does not apply to such a gateway.
 */
export function achieved<A extends Answer>(answer: A, tolerated?: ReadingId): A {
  if (isAccepted(answer)) return answer
  if (answer.status === undefined) {
    throw new Unreachable(`${step(answer)}: no answer (${answer.exchange.noAnswer ?? 'unknown'})`, { answer })
  }
  throw new Unreachable(`${step(answer)} answered ${answer.malformed ?? described(answer)}`, { answer, tolerated })
}

function step({ operation, exchange }: Answer): string {
  return `${operation ?? exchange.request.method} by ${exchange.from} (${exchange.id})`
}

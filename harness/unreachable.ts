// Thrown inside a probe when the situation under test cannot be reached; it carries the first cause.
import type { Answer } from '../simulator/answer.ts'
import { isAccepted } from '../simulator/answer.ts'
import { described } from './match/answer.ts'

export class Unreachable extends Error {
  /** The answer that stood in the way, where there was one. */
  readonly answer: Answer | undefined

  constructor(cause: string, answer?: Answer) {
    super(cause)
    this.name = 'Unreachable'
    this.answer = answer
  }
}

/** The answer's value, or `Unreachable`: for steps on the way to a situation, which are not what is judged. */
export function reached<A extends Answer>(answer: A): NonNullable<A['value']> {
  const value = achieved(answer).value
  if (value === undefined || value === null) throw new Unreachable(`${step(answer)} answered without a value`, answer)
  return value as NonNullable<A['value']>
}

/** The answer, accepted, or `Unreachable`; for operations whose answer carries nothing. */
export function achieved<A extends Answer>(answer: A): A {
  if (isAccepted(answer)) return answer
  if (answer.status === undefined) {
    throw new Unreachable(`${step(answer)}: no answer (${answer.exchange.noAnswer ?? 'unknown'})`, answer)
  }
  throw new Unreachable(`${step(answer)} answered ${answer.malformed ?? described(answer)}`, answer)
}

function step({ operation, exchange }: Answer): string {
  return `${operation ?? exchange.request.method} by ${exchange.from} (${exchange.id})`
}

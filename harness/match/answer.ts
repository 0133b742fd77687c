// Demands on one answer: accepted, refused, nothing given, a certain status.
import { type Answer, isAccepted } from '../../simulator/answer.ts'
import { all, type Judgement, met, unmet } from './judgement.ts'

/** The request was carried out: 2xx, and the answer has the shape of its operation. */
export function accepted(answer: Answer): Judgement {
  if (isAccepted(answer)) return met
  if (answer.status === undefined) return silent(answer, 'a 2xx answer')
  if (answer.malformed) {
    return unmet({
      kind: 'differs',
      expected: 'the answer of its operation',
      actual: answer.malformed,
      at: `${answer.exchange.id}.body`,
    })
  }
  return unmet({
    kind: 'differs',
    expected: 'a 2xx answer',
    actual: described(answer),
    at: `${answer.exchange.id}.status`,
  })
}

/**
 * What is demanded of the value that an accepted answer carries. Of any other answer no more than `accepted` demands is
 * said, so that a silent gateway is not blamed for the value it did not give.
 */
export function acceptedWith<A extends Answer>(
  answer: A,
  demand: (value: NonNullable<A['value']>) => Judgement,
): Judgement {
  const { value } = answer
  if (!isAccepted(answer) || value === undefined || value === null) return accepted(answer)
  return demand(value as NonNullable<A['value']>)
}

/** Any answer at all: said where what is demanded of it holds for silence too. */
export function answered(answer: Answer): Judgement {
  return answer.status === undefined ? silent(answer, 'an answer') : met
}

/**
 * The request was refused: 4xx; a 5xx counts too (it breaks another requirement), a 504 says nothing, a 3xx is wrong.
 * That nothing changed is a demand of its own: `unchanged`.
 */
export function refused(answer: Answer): Judgement {
  return { ...refusal(answer), refusals: 1 }
}

function refusal(answer: Answer): Judgement {
  const { status } = answer
  const expected = 'a refusal (4xx)'
  if (status === undefined || status === 504) return silent(answer, expected)
  if (status >= 400) return met
  const kind = status < 300 ? 'took-effect' : 'differs'
  return unmet({ kind, expected, actual: described(answer), at: `${answer.exchange.id}.status` })
}

/** No key package was given: whatever the status below 500, the answer carries none (reading A-08). */
export function gaveNothing(answer: Answer): Judgement {
  const expected = 'no key package, with a status below 500'
  if (answer.status === undefined || answer.status === 504) return silent(answer, expected)
  const given = typeof answer.json === 'object' && answer.json !== null ? Reflect.get(answer.json, 'keyPackage') : null
  const at = `${answer.exchange.id}.body`
  if (typeof given === 'string' && given !== '') {
    return unmet({ kind: 'took-effect', expected, actual: 'a key package', at })
  }
  if (answer.status < 500) return met
  return unmet({ kind: 'differs', expected, actual: described(answer), at: `${answer.exchange.id}.status` })
}

/** The answer has one of these statuses; only for demands that are about the status. */
export function status(answer: Answer, ...allowed: readonly number[]): Judgement {
  if (answer.status === undefined) return silent(answer, `status ${allowed.join(' or ')}`)
  if (allowed.includes(answer.status)) return met
  const expected = `status ${allowed.join(' or ')}`
  return unmet({ kind: 'differs', expected, actual: described(answer), at: `${answer.exchange.id}.status` })
}

/** The answer carries this header, with a value that matches where a pattern is given. */
export function header(answer: Answer, name: string, pattern: RegExp = /./): Judgement {
  const { response } = answer.exchange
  if (!response) return silent(answer, `header ${name}`)
  const found = response.headers.filter(([key]) => key.toLowerCase() === name.toLowerCase()).map(([, value]) => value)
  if (found.some((value) => pattern.test(value))) return met
  const actual = found.length === 0 ? 'no such header' : found.join(', ')
  return unmet({
    kind: 'differs',
    expected: `header ${name} like ${pattern.source}`,
    actual,
    at: `${answer.exchange.id}.headers`,
  })
}

/** Each of these answers meets the demand. */
export function each(answers: readonly Answer[], demand: (answer: Answer) => Judgement): Judgement {
  return all(...answers.map(demand))
}

function silent(answer: Answer, expected: string): Judgement {
  const actual = answer.status === 504 ? '504, outcome unknown' : `no answer: ${answer.exchange.noAnswer ?? 'unknown'}`
  return unmet({ kind: 'no-answer', expected, actual, at: answer.exchange.id })
}

/** Status and problem code of an answer, as a mismatch shows it. */
export function described(answer: Answer): string {
  const { json, status = 0 } = answer
  const type = typeof json === 'object' && json !== null ? Reflect.get(json, 'type') : undefined
  return typeof type === 'string' && type !== 'about:blank' ? `${status} (${type})` : String(status)
}

// The demand that two answers tell a caller nothing apart.
import type { Answer } from '../../simulator/answer.ts'
import { all, type Judgement, unmet } from './judgement.ts'
import { equal } from './value.ts'

/** An answer, and the text in its request by which the other request differs, for example an application id. */
export interface Compared {
  readonly answer: Answer
  readonly differsIn: string
}

/**
 * Same status, same headers and same shape of body. What an answer repeats of its own request is no difference, nor are
 * headers whose value belongs to the moment.
 */
export function alike(left: Compared, right: Compared): Judgement {
  const silent = [left, right].find(({ answer }) => answer.status === undefined)
  if (silent) {
    const { id, noAnswer = 'unknown' } = silent.answer.exchange
    return unmet({ kind: 'no-answer', expected: 'an answer', actual: `no answer: ${noAnswer}`, at: id })
  }
  const [expected, actual] = [traits(left), traits(right)]
  const at = right.answer.exchange.id
  return all(
    equal(right.answer.status, left.answer.status, `${at}.status`),
    equal(actual.headers, expected.headers, `${at}.headers`),
    equal(actual.body, expected.body, `${at}.body`),
  )
}

/** Headers that a connection or a clock decides. */
const momentary = ['date', 'age', 'connection', 'keep-alive', 'transfer-encoding', 'content-length']
/** Headers whose value says something about the resource; of others only the name counts. */
const telling = ['content-type', 'allow', 'www-authenticate', 'cache-control', 'location']

function traits({ answer, differsIn }: Compared): { headers: unknown; body: unknown } {
  const own = (text: string) => (differsIn === '' ? text : text.replaceAll(new RegExp(escaped(differsIn), 'gi'), '…'))
  const headers = (answer.exchange.response?.headers ?? [])
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(([name]) => !momentary.includes(name))
    .map(([name, value]) => (telling.includes(name) ? `${name}: ${own(value)}` : name))
  return { headers: headers.sort(), body: shape(answer.json, own) }
}

/** Names of the members, and the values of those that say what kind of error it is. */
function shape(json: unknown, own: (text: string) => string): unknown {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return typeof json
  const said = ['type', 'title', 'status', 'detail']
  const members = Object.entries(json).map(([name, value]): [string, unknown] => {
    if (!said.includes(name)) return [name, typeof value]
    return [name, typeof value === 'string' ? own(value) : value]
  })
  return Object.fromEntries(members.sort(([left], [right]) => (left < right ? -1 : 1)))
}

function escaped(text: string): string {
  return text.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&')
}

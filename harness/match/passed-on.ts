// Demands on what a gateway asked of another one: the packets it forwarded, the requests it passed on.
import { isDeepStrictEqual } from 'node:util'
import type { Answer } from '../../simulator/answer.ts'
import { type Judgement, met, unmet } from './judgement.ts'

/** The peer was sent what was uploaded: the same operation, with these members of the body as they were, else with all. */
export function hasReceived(asked: readonly Answer[], upload: Answer, members?: readonly string[]): Judgement {
  if (asked.some((one) => isSame(one, upload, members))) return met
  const sent = asked.filter(({ operation }) => operation === upload.operation).map(({ exchange }) => exchange.id)
  const actual = sent.length === 0 ? 'none' : `others (${sent.join(', ')})`
  const expected = `a request of ${upload.operation} with ${members?.join(', ') ?? 'the members'} of ${upload.exchange.id}`
  return unmet({ expected, actual, at: 'what the peer was asked' })
}

/** The peer was never sent what was uploaded. */
export function hasNotReceived(asked: readonly Answer[], upload: Answer): Judgement {
  const sent = asked.find((one) => isSame(one, upload))
  if (!sent) return met
  const expected = `no request with the members of ${upload.exchange.id}`
  return unmet({ kind: 'took-effect', expected, actual: sent.exchange.id, at: 'what the peer was asked' })
}

/** The peer was not asked for anything, or not for anything of a kind. */
export function notAsked(asked: readonly Answer[], at: string): Judgement {
  if (asked.length === 0) return met
  const actual = asked.map(({ operation, exchange }) => `${operation ?? exchange.request.target} (${exchange.id})`)
  return unmet({ kind: 'took-effect', expected: 'nothing', actual: actual.join(', '), at: `${at} was asked` })
}

/** Every one of these requests, and one at least, has the path and the inputs of the original; more inputs do no harm. */
export function passedUnchanged(asked: readonly Answer[], original: Answer): Judgement {
  const wanted = inputsOf(original)
  if (asked.length === 0) return unmet({ expected: wanted.join(' '), actual: 'nothing', at: 'what the peer was asked' })
  const other = asked.find((one) => !wanted.every((input) => inputsOf(one).includes(input)))
  if (!other) return met
  return unmet({ expected: wanted.join(' '), actual: inputsOf(other).join(' '), at: `${other.exchange.id}.target` })
}

/** Path and query inputs, each decoded. */
function inputsOf({ exchange }: Answer): string[] {
  const [path = '', query = ''] = exchange.request.target.split('?', 2)
  return [decodeURIComponent(path), ...[...new URLSearchParams(query)].map(([name, value]) => `${name}=${value}`)]
}

function isSame(request: Answer, upload: Answer, members?: readonly string[]): boolean {
  if (request.operation !== upload.operation) return false
  if (groupOf(request) !== groupOf(upload)) return false
  const [sent, uploaded] = [membersOf(request), membersOf(upload)]
  return (members ?? Object.keys(uploaded)).every((name) => isDeepStrictEqual(sent[name], uploaded[name]))
}

/** The path from the application on, whose id may be written in either case. */
export function groupOf({ exchange }: Answer): string {
  return exchange.request.target.replace(/^\/apps\/[^/]+/, '')
}

function membersOf({ exchange }: Answer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(exchange.request.body))
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

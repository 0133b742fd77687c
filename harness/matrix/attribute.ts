// Whose fault a finding is: by what passed on the links, and by what each gateway does with the reference gateway.
import type { Exchange } from '../../simulator/exchange.ts'
import { problemCode } from '../../spec/profile/problems.ts'
import type { Result } from '../result.ts'
import type { Blame } from './model.ts'

/** How the same check ends where the reference gateway takes the other's place; absent where that was not tried. */
export interface Anchors {
  /** A with the reference gateway as B. */
  readonly a?: boolean | undefined
  /** The reference gateway as A, with B. */
  readonly b?: boolean | undefined
}

/** `anchors` say whether the check goes wrong (true) with the reference gateway in the other place. */
export function attribute(result: Result, anchors: Anchors): Blame {
  return { side: sideOf(anchors), text: deedIn(result) }
}

function sideOf({ a, b }: Anchors): Blame['side'] {
  if (a === undefined || b === undefined) return a === true ? 'A' : b === true ? 'B' : 'unknown'
  if (a && b) return 'both'
  return a ? 'A' : b ? 'B' : 'together'
}

/**
 * What was done, in one sentence: of the request that the finding is about, what the other gateway made of its part in it,
 * else what the gateway itself answered.
 */
function deedIn(result: Result): string {
  const { mismatches, firstCause, summary, exchanges } = result
  const [mismatch] = mismatches
  const named = /\b(e\d+)\b/.exec(mismatch?.at ?? firstCause ?? '')?.[1]
  const asked = exchanges.find(({ id }) => id === named)
  const passed = asked && exchanges.find((one) => isOnLink(one) && isPartOf(one, asked) && hasFailed(one))
  if (passed) return onLink(passed)
  if (mismatch) {
    const where = asked ? `${domainOf(asked)} (${asked.operation ?? asked.request.method})` : mismatch.at
    return `${where}: expected ${shortened(mismatch.expected)}, was ${shortened(mismatch.actual)}`
  }
  const lost = exchanges.find((one) => isOnLink(one) && hasFailed(one))
  return lost ? onLink(lost) : (firstCause ?? summary.split('\n', 1)[0] ?? '')
}

/** Values that are MLS objects in Base64 tell a reader nothing; the report of a run has them. */
function shortened(text: string): string {
  return text.length > 120 ? `${text.slice(0, 120)}…` : text
}

function isOnLink({ from }: Exchange): boolean {
  return from.startsWith('gateway ')
}

/** Whether a gateway sent it while it was busy with the other, which it was asked itself. */
function isPartOf(passed: Exchange, asked: Exchange): boolean {
  const begun = passed.startedAtMs >= asked.startedAtMs
  return begun && passed.startedAtMs <= asked.startedAtMs + asked.durationMs && senderOf(passed) === domainOf(asked)
}

function hasFailed({ response }: Exchange): boolean {
  return response === undefined || response.status >= 400
}

function onLink(exchange: Exchange): string {
  const { operation, request, response, noAnswer } = exchange
  const what = operation ?? `${request.method} ${request.target.split('?')[0]}`
  const from = senderOf(exchange)
  if (!response)
    return `${domainOf(exchange)} did not answer ${what} that ${from} passed on (${noAnswer ?? 'no answer'})`
  const code = codeIn(response.body)
  return `${domainOf(exchange)} refused ${what} that ${from} passed on (${response.status}${code ? ` ${code}` : ''})`
}

function senderOf({ from }: Exchange): string {
  return from.replace(/^gateway /, '').replace(/ \(again\)$/, '')
}

function domainOf({ to }: Exchange): string {
  return to.split(' ')[0] ?? to
}

function codeIn(body: Uint8Array): string | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(body))
    return typeof value === 'object' && value !== null ? problemCode(Reflect.get(value, 'type')) : undefined
  } catch {
    return undefined
  }
}

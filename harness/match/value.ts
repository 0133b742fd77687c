// Demands on values: equality, sets, order, and state that must be as it was.
import { isDeepStrictEqual } from 'node:util'
import { type Answer, isAccepted } from '../../simulator/answer.ts'
import { described } from './answer.ts'
import { type Judgement, met, unmet } from './judgement.ts'

/** The value found at `at` is the one expected; octets are compared octet by octet. */
export function equal(actual: unknown, expected: unknown, at: string): Judgement {
  if (isDeepStrictEqual(plain(actual), plain(expected))) return met
  return unmet({ expected: shown(expected), actual: shown(actual), at })
}

/** The same members in any order, each as often. */
export function sameMembers(
  actual: readonly unknown[] | undefined,
  expected: readonly unknown[],
  at: string,
): Judgement {
  const sorted = (values: readonly unknown[]) => values.map(shown).sort()
  return equal(actual && sorted(actual), sorted(expected), at)
}

/** A condition that must hold, with words for both sides. */
export function holds(condition: boolean, mismatch: { expected: string; actual: string; at: string }): Judgement {
  return condition ? met : unmet(mismatch)
}

/**
 * What was read back after a refusal is what was read before; what was not there is still not there, what was there is
 * not gone. Where reading does not work, nothing is demanded and the result says `readBack: unavailable`.
 */
export function unchanged(before: Answer, after: Answer): Judgement {
  if (isAbsent(before) && isAbsent(after)) return { ...met, readBack: 'unchanged' }
  if (!isReadable(before) || !isReadable(after)) return { ...met, readBack: 'unavailable' }
  const [earlier, later] = [before, after].map((answer) => (isAbsent(answer) ? described(answer) : answer.value))
  if (isDeepStrictEqual(unordered(earlier), unordered(later))) return { ...met, readBack: 'unchanged' }
  const [expected, actual] = [shown(earlier), shown(later)]
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

/** A value with its lists sorted: two readings of one state may give them in any order. */
function unordered(value: unknown): unknown {
  const sorted = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map(sorted).sort((a, b) => (shown(a) < shown(b) ? -1 : 1))
    if (typeof one !== 'object' || one === null) return one
    return Object.fromEntries(Object.entries(one).map(([name, member]) => [name, sorted(member)]))
  }
  return sorted(plain(value))
}

/** A value as evidence and mismatches show it: octets in Base64, 64-bit numbers in decimal. */
export function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  if (typeof value === 'bigint') return value.toString()
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, member]) => member !== undefined)
    return Object.fromEntries(entries.map(([name, member]) => [name, plain(member)]))
  }
  return value
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(plain(value)) ?? 'nothing')
  return text.length > 400 ? `${text.slice(0, 400)}… (${text.length} characters)` : text
}

// The request target, split but not normalised: segments stay percent-encoded, so that a codec decodes each of them once.
import { Refusal } from '../refusal.ts'

export interface Target {
  /** Raw segments after the leading slash. `/a//b/` gives `['a', '', 'b', '']`. */
  readonly segments: readonly string[]
  /** What follows the first question mark, raw. */
  readonly query: string
}

/** Splits a target in origin form, or in absolute form, whose authority is passed over (RFC 9112 section 3.2). */
export function readTarget(target: string): Target {
  const path = /^(\/[!"$->@-~]*)(?:\?([!"$-~]*))?$/.exec(originForm(target))
  if (path === null) throw new Refusal('malformed-request', 'The request target is neither a path nor a URL.')
  return { segments: (path[1] ?? '').slice(1).split('/'), query: path[2] ?? '' }
}

/** The path and query of a target, as they came. */
export function originForm(target: string): string {
  return target.replace(/^https?:\/\/[^/?#]*/i, '')
}

/** Decodes `a=1&b=2`, `+` being a space; a name given twice or octets that are not UTF-8 are refused. */
export function readQuery(query: string): Record<string, string> {
  const values = new Map<string, string>()
  for (const pair of query.split('&')) {
    if (pair === '') continue
    const equals = pair.indexOf('=')
    const key = decodeComponent(equals < 0 ? pair : pair.slice(0, equals))
    if (values.has(key)) throw new Refusal('malformed-request', `The query has ${JSON.stringify(key)} twice.`)
    values.set(key, equals < 0 ? '' : decodeComponent(pair.slice(equals + 1)))
  }
  return Object.fromEntries(values)
}

function decodeComponent(text: string): string {
  if (!/[%+]/.test(text)) return text
  try {
    return decodeURIComponent(text.replaceAll('+', '%20'))
  } catch {
    throw new Refusal('malformed-request', 'The query is not percent-encoded UTF-8.')
  }
}

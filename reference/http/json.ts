// Strict JSON: what RFC 8259 leaves to the reader is refused here, so that two gateways never read one body differently.
import { Refusal } from '../refusal.ts'

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Reads one JSON text. Refuses as `malformed-request`: a BOM, octets that are not UTF-8, lone surrogates, duplicate
 * member names, numbers too large for anybody's double, and nesting deeper than `depth` (wire profile, sections 2 and 7).
 */
export function parseJson(bytes: Uint8Array, depth: number): unknown {
  const text = decodeUtf8(bytes)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Refusal('malformed-request', 'The body is not JSON.')
  }
  checkStructure(text, depth)
  return value
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return strictUtf8.decode(bytes)
  } catch {
    throw new Refusal('malformed-request', 'The body is not UTF-8.')
  }
}

/** Walks the tokens of a text that is known to be JSON, with one entry per open array (undefined) or object (its names). */
function checkStructure(text: string, depth: number): void {
  const open: (Set<string> | undefined)[] = []
  let nameComesNext = false
  for (let index = 0; index < text.length; index++) {
    switch (text[index]) {
      case '{':
      case '[':
        open.push(text[index] === '{' ? new Set() : undefined)
        nameComesNext = text[index] === '{'
        if (open.length > depth) throw new Refusal('malformed-request', `The body is nested deeper than ${depth}.`)
        break
      case '}':
      case ']':
        open.pop()
        break
      case ',':
        nameComesNext = open.at(-1) !== undefined
        break
      case ':':
        nameComesNext = false
        break
      case '"': {
        const end = endOfString(text, index)
        if (nameComesNext) checkName(open.at(-1), decodeString(text.slice(index, end)))
        else if (text.slice(index, end).includes('\\u')) decodeString(text.slice(index, end))
        index = end - 1
        break
      }
      default:
        index = passNumber(text, index)
    }
  }
}

const digits = /-?\d[\d.eE+-]*/y

/** The index of the last character of a number that starts here, the same index where none does. */
function passNumber(text: string, start: number): number {
  digits.lastIndex = start
  const [number] = digits.exec(text) ?? []
  if (number === undefined) return start
  if (Number.isFinite(Number(number))) return start + number.length - 1
  throw new Refusal('malformed-request', 'The body has a number that is too large.')
}

/** The index after the closing quote of the string that opens at `start`. */
function endOfString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); ; quote = text.indexOf('"', quote + 1)) {
    let backslashes = 0
    while (text[quote - 1 - backslashes] === '\\') backslashes++
    if (backslashes % 2 === 0) return quote + 1
  }
}

function decodeString(token: string): string {
  const value = String(JSON.parse(token))
  if (!value.isWellFormed()) throw new Refusal('malformed-request', 'The body has a lone surrogate.')
  return value
}

function checkName(names: Set<string> | undefined, name: string): void {
  if (names?.has(name)) throw new Refusal('malformed-request', `The body has the member ${JSON.stringify(name)} twice.`)
  names?.add(name)
}

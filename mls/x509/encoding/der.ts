// Strict DER (X.690 section 10): the bytes of certificates as a tree of values, each byte read once and none left over.
import { MlsRejection } from '../../rejection.ts'

/** One value: its identifier octet, its contents, and the whole encoding. All are views on the bytes that were read. */
export interface DerValue {
  readonly tag: number
  readonly content: Uint8Array
  readonly whole: Uint8Array
}

/** Identifier octets in use; `context(n)` and `constructedContext(n)` give those of tagged members. */
export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  utf8String: 0x0c,
  printableString: 0x13,
  teletexString: 0x14,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  universalString: 0x1c,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const

export const context = (n: number): number => 0x80 | n
export const constructedContext = (n: number): number => 0xa0 | n

/** The refusal of bytes that are no certificate; `message` says what was expected and what was found. */
export function malformed(message: string): MlsRejection {
  return new MlsRejection('malformed', { row: 'X5-02', section: '5280 section 4.1' }, `certificate: ${message}`)
}

/** Reads exactly one value. Throws MlsRejection('malformed') for anything else, indefinite and non-minimal lengths included. */
export function readDer(bytes: Uint8Array): DerValue {
  const value = valueAt(bytes, 0)
  if (value.whole.length !== bytes.length)
    throw malformed(`expected one DER value; found ${bytes.length - value.whole.length} bytes after it`)
  return value
}

/** The values inside a constructed value, in their order. */
export function children(value: DerValue): readonly DerValue[] {
  const found: DerValue[] = []
  for (let at = 0; at < value.content.length; ) {
    const child = valueAt(value.content, at)
    found.push(child)
    at += child.whole.length
  }
  return found
}

/** The value itself if its tag is the expected one; `what` names it in the refusal. */
export function expectTag(value: DerValue | undefined, tag: number, what: string): DerValue {
  if (value?.tag === tag) return value
  const found = value === undefined ? 'nothing' : `tag 0x${value.tag.toString(16)}`
  throw malformed(`expected ${what} (tag 0x${tag.toString(16)}); found ${found}`)
}

/** Takes the members of a SEQUENCE one after the other; `end` refuses members that nobody asked for. */
export function readMembers(sequence: DerValue, what: string) {
  const members = children(expectTag(sequence, tags.sequence, what))
  let at = 0
  return {
    take(tag: number, member: string): DerValue {
      return expectTag(members[at++], tag, `${member} of ${what}`)
    },
    takeAny(member: string): DerValue {
      const value = members[at++]
      if (value === undefined) throw malformed(`expected ${member} of ${what}; found nothing`)
      return value
    },
    takeOptional(tag: number): DerValue | undefined {
      const value = members[at]
      if (value?.tag !== tag) return undefined
      at += 1
      return value
    },
    end(): void {
      if (at !== members.length)
        throw malformed(`expected the end of ${what}; found ${members.length - at} more members`)
    },
  }
}

function valueAt(bytes: Uint8Array, start: number): DerValue {
  const tag = bytes[start]
  if (tag === undefined) throw malformed('expected a DER value; found the end')
  if ((tag & 0x1f) === 0x1f) throw malformed('expected a tag of one byte')
  const { length, at } = lengthAt(bytes, start + 1)
  const end = at + length
  if (end > bytes.length) throw malformed(`expected ${length} bytes of content; found ${bytes.length - at}`)
  return { tag, content: bytes.subarray(at, end), whole: bytes.subarray(start, end) }
}

function lengthAt(bytes: Uint8Array, start: number): { length: number; at: number } {
  const first = bytes[start]
  if (first === undefined) throw malformed('expected a length; found the end')
  if (first < 0x80) return { length: first, at: start + 1 }
  const size = first & 0x7f
  if (size < 1 || size > 4)
    throw malformed(`expected a definite length of at most 4 bytes; found 0x${first.toString(16)}`)
  const digits = bytes.subarray(start + 1, start + 1 + size)
  if (digits.length < size) throw malformed('expected a length; found the end')
  const length = digits.reduce((sum, digit) => sum * 256 + digit, 0)
  if (digits[0] === 0 || length < 0x80) throw malformed('expected the shortest form of a length')
  return { length, at: start + 1 + size }
}

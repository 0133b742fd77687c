// The primitive DER values of certificates (X.690 section 8): numbers, flags, object identifiers, bit strings, text, times.
import { type DerValue, expectTag, malformed, tags } from './der.ts'

export function readBoolean(value: DerValue, what: string): boolean {
  const { content } = expectTag(value, tags.boolean, what)
  if (content.length !== 1 || (content[0] !== 0 && content[0] !== 0xff))
    throw malformed(`expected ${what} to be 00 or ff`)
  return content[0] !== 0
}

export function readInteger(value: DerValue, what: string): bigint {
  return integerOf(expectTag(value, tags.integer, what).content, what)
}

/** A count: a whole number from 0 that a JavaScript number holds, from the contents of an INTEGER whatever its tag. */
export function readCount(value: DerValue, what: string): number {
  const count = integerOf(value.content, what)
  if (count < 0n || count > BigInt(Number.MAX_SAFE_INTEGER))
    throw malformed(`expected ${what} to be a count; found ${count}`)
  return Number(count)
}

/** Dotted decimal. */
export function readOid(value: DerValue, what: string): string {
  return oidOf(expectTag(value, tags.oid, what).content, what)
}

/** The dotted form of the contents of an OBJECT IDENTIFIER, whatever its tag. */
function oidOf(content: Uint8Array, what: string): string {
  if (content.length > 64) throw malformed(`expected ${what} of at most 64 bytes; found ${content.length}`)
  const arcs: bigint[] = []
  let arc = 0n
  let fresh = true
  for (const byte of content) {
    if (fresh && byte === 0x80) throw malformed(`expected the shortest form of ${what}`)
    arc = (arc << 7n) | BigInt(byte & 0x7f)
    fresh = byte < 0x80
    if (!fresh) continue
    arcs.push(arc)
    arc = 0n
  }
  const [first, ...rest] = arcs
  if (first === undefined || !fresh) throw malformed(`expected ${what} to be an object identifier`)
  const root = first < 80n ? first / 40n : 2n
  return [root, first - root * 40n, ...rest].join('.')
}

/** The octets of a BIT STRING that has no unused bits: keys and signatures. */
export function readOctetBits(value: DerValue, what: string): Uint8Array {
  const { content } = expectTag(value, tags.bitString, what)
  if (content[0] !== 0) throw malformed(`expected ${what} to be whole bytes`)
  return content.subarray(1)
}

/** The positions of the bits that are set in a BIT STRING of named bits. */
export function readNamedBits(value: DerValue, what: string): readonly number[] {
  const [unused, ...octets] = expectTag(value, tags.bitString, what).content
  const last = octets.at(-1) ?? 0
  if (unused === undefined || unused > 7 || (octets.length === 0 && unused > 0) || (last & ((1 << unused) - 1)) !== 0)
    throw malformed(`expected ${what} to be a bit string`)
  return octets.flatMap((octet, at) =>
    [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => (octet & (0x80 >> bit)) !== 0).map((bit) => at * 8 + bit),
  )
}

/** Text of 7-bit characters, as IA5String has it. */
export function readAscii(value: DerValue, what: string): string {
  if (value.content.some((byte) => byte > 0x7f)) throw malformed(`expected ${what} to be ASCII`)
  return Buffer.from(value.content).toString('latin1')
}

/** Unix seconds of a UTCTime or GeneralizedTime in the two forms of RFC 5280 section 4.1.2.5, with seconds and in Zulu. */
export function readTime(value: DerValue, what: string): bigint {
  const text = Buffer.from(value.content).toString('latin1')
  const short = value.tag === tags.utcTime && /^\d{12}Z$/.test(text)
  if (!short && !(value.tag === tags.generalizedTime && /^\d{14}Z$/.test(text)))
    throw malformed(`expected ${what} as UTCTime or GeneralizedTime with seconds in Zulu; found "${text.slice(0, 24)}"`)
  const full = short ? `${Number(text.slice(0, 2)) < 50 ? '20' : '19'}${text}` : text
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(full) ?? []
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}`
  const date = new Date(`${iso}.000Z`)
  // Date takes the 31st of any month and rolls over; only a date that comes back as it was written exists.
  if (Number.isNaN(date.getTime()) || date.toISOString() !== `${iso}.000Z`)
    throw malformed(`expected ${what} to exist in the calendar; found "${text}"`)
  return BigInt(date.getTime()) / 1000n
}

function integerOf(content: Uint8Array, what: string): bigint {
  const [first, second] = content
  if (first === undefined) throw malformed(`expected ${what} to be an integer; found no content`)
  if (second !== undefined && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80)))
    throw malformed(`expected the shortest form of ${what}`)
  return BigInt.asIntN(content.length * 8, BigInt(`0x${Buffer.from(content).toString('hex')}`))
}

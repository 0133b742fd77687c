// Writes DER values: for the certificates of an authority, for extensions and for forgeries that no library would make.
import { tags } from './der.ts'

/** One value of a tag below 0x1f with these contents, its length in the shortest form. */
export function writeDer(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const content = Buffer.concat(contents)
  return Buffer.concat([Buffer.of(tag), writeLength(content.length), content])
}

/** An OBJECT IDENTIFIER from its dotted form. */
export function writeOid(dotted: string): Uint8Array {
  const [first = 0n, second = 0n, ...rest] = dotted.split('.').map(BigInt)
  return writeDer(0x06, Buffer.from([first * 40n + second, ...rest].flatMap(base128)))
}

/** An INTEGER from the octets of a number that is not negative, in its shortest form. */
export function writeInteger(octets: Uint8Array): Uint8Array {
  const first = octets.findIndex((octet) => octet !== 0)
  const digits = first < 0 ? Buffer.of(0) : octets.subarray(first)
  return (digits[0] ?? 0) < 0x80 ? writeDer(tags.integer, digits) : writeDer(tags.integer, Buffer.of(0), digits)
}

/** A BIT STRING of named bits: bit n of `flags` is the one of place n, and trailing zeros are left out (X.690 section 11.2.2). */
export function writeNamedBits(flags: number): Uint8Array {
  const length = 32 - Math.clz32(flags)
  const octets = Buffer.alloc(Math.ceil(length / 8))
  for (let place = 0; place < length; place++) {
    const at = place >> 3
    if ((flags & (1 << place)) !== 0) octets[at] = (octets[at] ?? 0) | (0x80 >> (place & 7))
  }
  return writeDer(tags.bitString, Buffer.of(octets.length * 8 - length), octets)
}

/** UTCTime of Unix seconds, and GeneralizedTime before 1950 and from 2050 on (RFC 5280 section 4.1.2.5). */
export function writeTime(seconds: number): Uint8Array {
  const date = new Date(seconds * 1000)
  const digits = date.toISOString().slice(0, 19).replace(/[-T:]/g, '')
  const year = date.getUTCFullYear()
  return year >= 1950 && year < 2050
    ? writeDer(tags.utcTime, Buffer.from(`${digits.slice(2)}Z`))
    : writeDer(tags.generalizedTime, Buffer.from(`${digits}Z`))
}

function writeLength(length: number): Uint8Array {
  if (length < 0x80) return Buffer.of(length)
  const digits: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256)
  return Buffer.from([0x80 | digits.length, ...digits])
}

function base128(arc: bigint): number[] {
  const digits = [Number(arc & 0x7fn)]
  for (let rest = arc >> 7n; rest > 0n; rest >>= 7n) digits.unshift(Number(rest & 0x7fn) | 0x80)
  return digits
}

// Changes octets: bits turned over, cut off, lengths that lie, pieces of other objects in the middle.
import type { Recipe } from './recipe.ts'

/** What stands where a length could stand: the shapes of RFC 9420 section 2.1.2, minimal and not, and counts at their ends. */
const lengths = [
  [0],
  [1],
  [0x3f],
  [0x40, 0],
  [0x7f, 0xff],
  [0x80, 0, 0, 0],
  [0xbf, 0xff, 0xff, 0xff],
  [0xc0],
  [0xff, 0xff],
]

export function changeBytes(
  bytes: Uint8Array,
  { kind, place, value }: Recipe,
  seen: readonly Uint8Array[],
): Uint8Array {
  const copy = Buffer.from(bytes)
  const at = place % Math.max(copy.length, 1)
  const other = Buffer.from(seen[value % Math.max(seen.length, 1)] ?? [])
  const length = value % 64
  switch (kind % 9) {
    case 0:
    case 1:
      if (copy.length > 0) copy[at] = (copy[at] ?? 0) ^ (1 << (value % 8))
      return copy
    case 2:
      return copy.subarray(0, at)
    case 3:
      return Buffer.concat([copy, other.subarray(0, length)])
    case 4:
      return Buffer.concat([
        copy.subarray(0, at),
        Buffer.from(lengths[value % lengths.length] ?? []),
        copy.subarray(at + 1),
      ])
    case 5:
      return Buffer.concat([
        copy.subarray(0, at),
        other.subarray(value % Math.max(other.length, 1)),
        copy.subarray(at + length),
      ])
    case 6:
      return Buffer.concat([copy.subarray(0, at), copy.subarray(at, at + length), copy.subarray(at)])
    case 7:
      copy.subarray(at, at + length).fill(value % 2 === 0 ? 0 : 0xff)
      return copy
    default:
      return other
  }
}

// Repeatable randomness: everything a scenario draws follows from a text such as "seed/edition/scenario".
import { createHash } from 'node:crypto'

export interface Random {
  /** The next `length` octets of the stream. */
  bytes(length: number): Uint8Array
  /** A UUIDv4 (RFC 9562, section 5.4). */
  uuid(): string
  /** A whole number, 0 <= n < bound. */
  below(bound: number): number
  /** A stream of its own that depends only on this stream's origin and the name, not on what was drawn before. */
  branch(name: string): Random
}

/** A stream of octets from SHA-256 in counter mode over `origin`; the same origin gives the same stream. */
export function randomFrom(origin: string): Random {
  let counter = 0
  let pool = Buffer.alloc(0)
  const bytes = (length: number): Uint8Array => {
    while (pool.length < length) {
      pool = Buffer.concat([pool, createHash('sha256').update(`${origin}\0${counter++}`).digest()])
    }
    const drawn = new Uint8Array(pool.subarray(0, length))
    pool = pool.subarray(length)
    return drawn
  }
  return {
    bytes,
    uuid: () => uuidFrom(bytes(16)),
    below: (bound) => Number(new DataView(bytes(8).buffer).getBigUint64(0) % BigInt(bound)),
    branch: (name) => randomFrom(`${origin}/${name}`),
  }
}

function uuidFrom(octets: Uint8Array): string {
  const hex = Buffer.from(octets).toString('hex').split('')
  hex[12] = '4'
  hex[16] = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4] ?? '8'
  const text = hex.join('')
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-')
}

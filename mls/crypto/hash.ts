// Hash, HMAC and HKDF of a cipher suite (RFC 2104, RFC 5869), synchronous, each from single calls of a hash: what node:crypto
// keeps for one HMAC costs several times what the two hashes of short input do, and so does a result as a Buffer.
import { hash } from 'node:crypto'

export interface Hashing {
  readonly size: number
  digest(data: Uint8Array): Uint8Array
  mac(key: Uint8Array, data: Uint8Array): Uint8Array
  extract(salt: Uint8Array, ikm: Uint8Array): Uint8Array
  expand(prk: Uint8Array, info: Uint8Array, length: number): Uint8Array
}

/** What each hash takes in at once, in bytes: the width to which HMAC brings its key. */
const blockSizes = { sha256: 64, sha384: 128 }

export function makeHashing(name: 'sha256' | 'sha384', size: number): Hashing {
  const zeros = new Uint8Array(size)
  const blockSize = blockSizes[name]
  const outer = Buffer.alloc(blockSize + size)
  const digest = (data: Uint8Array) => octetsOf(hash(name, data, 'binary'))
  const mac = (key: Uint8Array, ...pieces: readonly Uint8Array[]) => {
    const short = key.length > blockSize ? digest(key) : key
    const inner = Buffer.allocUnsafe(pieces.reduce((sum, piece) => sum + piece.length, blockSize))
    for (let at = 0; at < blockSize; at++) {
      const octet = short[at] ?? 0
      inner[at] = octet ^ 0x36
      outer[at] = octet ^ 0x5c
    }
    let at = blockSize
    for (const piece of pieces) {
      inner.set(piece, at)
      at += piece.length
    }
    outer.write(hash(name, inner, 'binary'), blockSize, 'latin1')
    return digest(outer)
  }
  return {
    size,
    digest,
    mac,
    extract: (salt, ikm) => mac(salt.length === 0 ? zeros : salt, ikm),
    expand(prk, info, length) {
      if (length <= size) return mac(prk, info, first).subarray(0, length)
      const out = new Uint8Array(Math.ceil(length / size) * size)
      let block = new Uint8Array()
      for (let at = 0, counter = 1; at < length; at += size, counter++) {
        block = mac(prk, block, info, Uint8Array.of(counter))
        out.set(block, at)
      }
      return out.subarray(0, length)
    },
  }
}

const first = Uint8Array.of(1)

/** The octets of a text in which each stands for one. */
function octetsOf(text: string): Uint8Array<ArrayBuffer> {
  const octets = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) octets[at] = text.charCodeAt(at)
  return octets
}

/** A Buffer as a plain Uint8Array over the same memory. */
export function plain(buffer: Buffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer.buffer as ArrayBuffer, buffer.byteOffset, buffer.byteLength)
}

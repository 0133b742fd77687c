// Hash, HMAC and HKDF of a cipher suite (RFC 5869), synchronous.
import { createHmac, hash } from 'node:crypto'

export interface Hashing {
  readonly size: number
  digest(data: Uint8Array): Uint8Array
  mac(key: Uint8Array, data: Uint8Array): Uint8Array
  extract(salt: Uint8Array, ikm: Uint8Array): Uint8Array
  expand(prk: Uint8Array, info: Uint8Array, length: number): Uint8Array
}

export function makeHashing(name: 'sha256' | 'sha384', size: number): Hashing {
  const zeros = new Uint8Array(size)
  const mac = (key: Uint8Array, data: Uint8Array) => plain(createHmac(name, key).update(data).digest())
  return {
    size,
    digest: (data) => plain(hash(name, data, 'buffer')),
    mac,
    extract: (salt, ikm) => mac(salt.length === 0 ? zeros : salt, ikm),
    expand(prk, info, length) {
      const out = new Uint8Array(Math.ceil(length / size) * size)
      let block = new Uint8Array()
      for (let at = 0, counter = 1; at < length; at += size, counter++) {
        const hmac = createHmac(name, prk).update(block).update(info).update(Uint8Array.of(counter))
        block = plain(hmac.digest())
        out.set(block, at)
      }
      return out.subarray(0, length)
    },
  }
}

/** A Buffer as a plain Uint8Array over the same memory. */
export function plain(buffer: Buffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer.buffer as ArrayBuffer, buffer.byteOffset, buffer.byteLength)
}

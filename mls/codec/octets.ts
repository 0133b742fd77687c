// The octets that a decoded object came in, kept beside it: what is hashed or signed of it needs no encoder.
import type { Decoder } from 'ts-mls/codec/tlsDecoder.js'

const received = new WeakMap<object, Uint8Array>()
const canonical = new WeakSet<ArrayBufferLike>()

/** The decoder, which also keeps the octets of what it gives. They count only once `vouchFor` has spoken for them. */
export function keepingOctets<Value extends object>(decode: Decoder<Value>): Decoder<Value> {
  return (bytes, offset) => {
    const decoded = decode(bytes, offset)
    if (decoded !== undefined) received.set(decoded[0], bytes.subarray(offset, offset + decoded[1]))
    return decoded
  }
}

/** Says that everything decoded from this memory would be encoded just as it stands there. Nobody may write to it any more. */
export function vouchFor(bytes: Uint8Array): void {
  canonical.add(bytes.buffer)
}

/**
 * The octets `value` came in, where they are its canonical encoding (RFC 9420 section 2.1). Undefined for an object made or changed here,
 * and for one of a message that was not canonical: there, what is signed and hashed is what an encoder makes of it.
 */
export function octetsOf(value: object): Uint8Array | undefined {
  const octets = received.get(value)
  return octets !== undefined && canonical.has(octets.buffer) ? octets : undefined
}

// Guards around ts-mls's decoders, which ignore trailing bytes and may throw or give undefined on bad input (its fault B11).
import type { Decoder } from 'ts-mls/codec/tlsDecoder.js'
import { type BufferEncoder, encode } from 'ts-mls/codec/tlsEncoder.js'
import { MlsRejection } from '../rejection.ts'
import { copyBytes, equalBytes } from './bytes.ts'
import { vouchFor } from './octets.ts'

export interface Codec<Value> {
  readonly what: string
  readonly decode: Decoder<Value>
  readonly encode: BufferEncoder<Value>
}

/**
 * The value at the front of `bytes`, how many bytes it took, and the copy it was decoded from, for `vouchFor`.
 * Throws MlsRejection('malformed') and nothing else.
 */
export function decodeFront<Value>(
  codec: Pick<Codec<Value>, 'what' | 'decode'>,
  bytes: Uint8Array,
): { value: Value; length: number; own: Uint8Array } {
  const own = copyBytes(bytes)
  try {
    const decoded = codec.decode(own, 0)
    if (decoded !== undefined && decoded[1] <= own.length) return { value: decoded[0], length: decoded[1], own }
  } catch (error) {
    throw malformed(`expected ${codec.what}; found bytes that cannot be decoded (${reason(error)})`)
  }
  throw malformed(`expected ${codec.what}; found bytes that cannot be decoded`)
}

/**
 * The value that `bytes` encode as a whole: no bytes left over, and encoded again it gives the same bytes, so that lengths
 * are minimal and presence octets are 0 or 1 (RFC 9420 section 2.1). Throws MlsRejection('malformed') and nothing else.
 */
export function decodeWhole<Value>(codec: Codec<Value>, bytes: Uint8Array): Value {
  const { value, length, own } = decodeFront(codec, bytes)
  if (length !== bytes.length)
    throw malformed(`expected nothing after ${codec.what}; found ${bytes.length - length} bytes`)
  if (!equalBytes(encode(codec.encode)(value), bytes))
    throw malformed(`expected the canonical encoding of ${codec.what}`)
  vouchFor(own)
  return value
}

export function malformed(message: string): MlsRejection {
  return new MlsRejection('malformed', { row: 'FR-02', section: '9420 section 2.1' }, message)
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

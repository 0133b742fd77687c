// Several fields one behind the other: ts-mls's own combinator copies all fields read so far for each that follows.
import type { Decoder } from 'ts-mls/codec/tlsDecoder.js'

/** What `make` makes of the fields that `decoders` read in turn; undefined as soon as one of them gives nothing. */
export function inSequence<Fields extends unknown[], Value>(
  decoders: readonly [...{ [Place in keyof Fields]: Decoder<Fields[Place]> }],
  make: (...fields: Fields) => Value,
): Decoder<Value> {
  return (bytes, offset) => {
    const fields: unknown[] = []
    let at = offset
    for (const decode of decoders) {
      const decoded = decode(bytes, at)
      if (decoded === undefined) return undefined
      fields.push(decoded[0])
      at += decoded[1]
    }
    return [make(...(fields as Fields)), at - offset]
  }
}

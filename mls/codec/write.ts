// Pieces of the presentation language of RFC 9420 section 2.1, put together in one pass.

/** The pieces in one, one behind the other. A list, as there may be more of them than a call takes arguments. */
export function join(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  let length = 0
  for (const piece of pieces) length += piece.length
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** What stands before a vector of so many bytes, fewer than 2^30 (section 2.1.2). */
export function vectorHeader(length: number): Uint8Array {
  if (length < 64) return Uint8Array.of(length)
  if (length < 16_384) return Uint8Array.of(0x40 | (length >> 8), length & 0xff)
  if (length >= 2 ** 30) throw new RangeError(`a vector has fewer than 2^30 bytes, not ${length}`)
  return Uint8Array.of(0x80 | (length >> 24), (length >> 16) & 0xff, (length >> 8) & 0xff, length & 0xff)
}

export function vector(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const header = vectorHeader(bytes.length)
  const whole = new Uint8Array(header.length + bytes.length)
  whole.set(header)
  whole.set(bytes, header.length)
  return whole
}

export function uint16s(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 2)
  for (const [at, value] of values.entries()) {
    bytes[at * 2] = value >> 8
    bytes[at * 2 + 1] = value
  }
  return bytes
}

export function uint32s(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 4)
  const view = new DataView(bytes.buffer)
  for (const [at, value] of values.entries()) view.setUint32(at * 4, value)
  return bytes
}

export function uint64(value: bigint): Uint8Array {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, value)
  return bytes
}

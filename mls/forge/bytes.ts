// Damage done to bytes, whatever they are.

/** The same bytes and one more. */
export function trailingByte(message: Uint8Array): Uint8Array {
  const longer = new Uint8Array(message.length + 1)
  longer.set(message)
  return longer
}

/** The bytes without the last one. */
export function truncated(message: Uint8Array): Uint8Array {
  return message.slice(0, -1)
}

/** An MLSMessage of another protocol version (RFC 9420 section 6). */
export function withVersion(message: Uint8Array, version: number): Uint8Array {
  const changed = message.slice()
  changed[0] = version >> 8
  changed[1] = version & 0xff
  return changed
}

/** An MLSMessage that says it has another wire format; the rest is as it was. */
export function withWireFormat(message: Uint8Array, wireFormat: number): Uint8Array {
  const changed = message.slice()
  changed[2] = wireFormat >> 8
  changed[3] = wireFormat & 0xff
  return changed
}

/** The bytes with one bit turned over, in the middle. */
export function spoiled(bytes: Uint8Array): Uint8Array {
  const changed = bytes.slice()
  const middle = bytes.length >> 1
  changed[middle] = (changed[middle] ?? 0) ^ 1
  return changed
}

/** The length that stands at this place, below 16,384, written in more bytes than it needs (RFC 9420 section 2.1.2). */
export function longLength(message: Uint8Array, at: number): Uint8Array {
  const first = message[at] ?? 0
  const short = first < 0x40
  const length = short ? first : ((first & 0x3f) << 8) | (message[at + 1] ?? 0)
  const header = short ? [0x40, length] : [0x80, 0, length >> 8, length & 0xff]
  return Uint8Array.of(...message.slice(0, at), ...header, ...message.slice(at + (short ? 1 : 2)))
}

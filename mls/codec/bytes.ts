// Byte strings: comparison and the spellings used in messages and evidence.

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  // A callback for each byte would take most of the time of looking a key up in a large tree.
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return true
}

export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')
}

const texts = new WeakMap<Uint8Array, string>()

/** The same as `hex`, found once: for keys in nodes of a tree, which never change and are compared in every epoch. */
export function keptHex(bytes: Uint8Array): string {
  const known = texts.get(bytes)
  if (known !== undefined) return known
  const text = hex(bytes)
  texts.set(bytes, text)
  return text
}

/** The same bytes as a plain Uint8Array of its own memory, whatever view they came in. */
export function copyBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes.length)
  copy.set(bytes)
  return copy
}

export function hasBytes(list: readonly Uint8Array[], wanted: Uint8Array): boolean {
  return list.some((bytes) => equalBytes(bytes, wanted))
}

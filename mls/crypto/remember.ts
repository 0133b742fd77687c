// A bounded memory for derived key objects, keyed by raw key bytes: importing a key costs as much as using it.

const limit = 4096

/** Wraps `make` so that the same bytes give the same object; forgets everything when full. */
export function remember<Value>(make: (bytes: Uint8Array) => Value): (bytes: Uint8Array) => Value {
  const known = new Map<string, Value>()
  return (bytes) => {
    const key = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
    const found = known.get(key)
    if (found !== undefined) return found
    const made = make(bytes)
    if (known.size >= limit) known.clear()
    known.set(key, made)
    return made
  }
}

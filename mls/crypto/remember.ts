// Bounded memories of pure functions: importing a key costs as much as using it, and the same signature is met many times.
import { hash } from 'node:crypto'
import { copyBytes } from '../codec/bytes.ts'

/** Values by key that forgets: what was not asked for while `limit / 2` others came is gone. */
export interface Memory<Value> {
  recall(key: string): Value | undefined
  keep(key: string, value: Value): void
}

/** A memory of at most `limit` values, in two generations: forgetting one of them costs nothing. */
export function createMemory<Value>(limit: number): Memory<Value> {
  let young = new Map<string, Value>()
  let old = new Map<string, Value>()
  const keep = (key: string, value: Value) => {
    if (young.size >= limit / 2) {
      old = young
      young = new Map()
    }
    young.set(key, value)
  }
  return {
    recall(key) {
      const known = young.get(key)
      if (known !== undefined) return known
      const aged = old.get(key)
      if (aged !== undefined) keep(key, aged)
      return aged
    },
    keep,
  }
}

const keyObjects = 4_096

/** Wraps `make`, a pure function of short bytes such as a raw key, so that the same bytes give the same object. */
export function remember<Value>(make: (bytes: Uint8Array) => Value): (bytes: Uint8Array) => Value {
  const memory = createMemory<Value>(keyObjects)
  return (bytes) => {
    const key = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
    const known = memory.recall(key)
    if (known !== undefined) return known
    const made = make(bytes)
    memory.keep(key, made)
    return made
  }
}

const results = 32_768

/** Wraps `make`, a pure function that gives bytes, so that it computes once; every caller gets a copy of its own. */
export function rememberBytes<Given extends readonly Uint8Array[]>(
  make: (...given: Given) => Uint8Array,
): (...given: Given) => Uint8Array<ArrayBuffer> {
  const memory = createMemory<Uint8Array>(results)
  return (...given) => {
    const key = digestOf(given)
    const known = memory.recall(key)
    if (known !== undefined) return copyBytes(known)
    const made = make(...given)
    memory.keep(key, copyBytes(made))
    return copyBytes(made)
  }
}

const truths = 65_536

/**
 * Wraps `test`, a pure function, so that what was once found true is not tested again. False is never remembered: whoever
 * sends bad signatures can neither fill the memory nor push out the good ones.
 */
export function rememberTruth<Given extends readonly Uint8Array[]>(
  test: (...given: Given) => boolean,
): (...given: Given) => boolean {
  const memory = createMemory<true>(truths)
  return (...given) => {
    const key = digestOf(given)
    if (memory.recall(key) === true) return true
    const found = test(...given)
    if (found) memory.keep(key, true)
    return found
  }
}

/** One text for a list of byte strings, another for any other list: each goes in behind its length. */
function digestOf(given: readonly Uint8Array[]): string {
  const whole = Buffer.allocUnsafe(given.reduce((size, bytes) => size + 4 + bytes.length, 0))
  let at = 0
  for (const bytes of given) {
    whole.writeUInt32BE(bytes.length, at)
    whole.set(bytes, at + 4)
    at += 4 + bytes.length
  }
  return hash('sha256', whole, 'base64')
}

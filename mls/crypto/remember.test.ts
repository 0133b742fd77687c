// Memories of pure functions: what they spare, what they forget, and what can never be mistaken for something else.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createMemory, remember, rememberBytes, rememberTruth } from './remember.ts'

const [a, b, ab, c, bc] = ['a', 'b', 'ab', 'c', 'bc'].map((text) => new TextEncoder().encode(text)) as Five
type Five = [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array]

test('a memory never holds more than its limit, and keeps what is asked for again', () => {
  const memory = createMemory<number>(100)
  memory.keep('asked for', -1)
  for (let number = 0; number < 1_000; number++) {
    memory.keep(String(number), number)
    assert.equal(memory.recall('asked for'), -1)
  }
  const held = Array.from({ length: 1_000 }, (_, number) => memory.recall(String(number))).filter(
    (value) => value !== undefined,
  )
  assert.ok(held.length >= 49 && held.length < 100, `holds ${held.length}`)
  assert.equal(memory.recall('0'), undefined)
  assert.equal(memory.recall('999'), 999)
})

test('the same bytes give the same object, whatever memory they lie in', () => {
  const make = remember((bytes) => ({ bytes: [...bytes] }))
  assert.equal(make(Uint8Array.of(1, 2)), make(Uint8Array.of(0, 1, 2).subarray(1)))
  assert.notEqual(make(Uint8Array.of(1, 2)), make(Uint8Array.of(1, 3)))
})

test('what was true is not tested again, what was false always is', () => {
  let tested = 0
  const holds = rememberTruth((first: Uint8Array, second: Uint8Array) => {
    tested++
    return first.length === second.length
  })
  assert.equal(holds(a, b), true)
  assert.equal(holds(a, b), true)
  assert.equal(tested, 1)
  assert.equal(holds(a, bc), false)
  assert.equal(holds(a, bc), false)
  assert.equal(tested, 3)
})

test('a truth holds for exactly these byte strings, in this order and cut in this way', () => {
  const tested: string[] = []
  const isKnown = rememberTruth((...given: readonly Uint8Array[]) => {
    tested.push(given.map((bytes) => new TextDecoder().decode(bytes)).join('|'))
    return true
  })
  const lists = [[a, bc], [ab, c], [bc, a], [a, b, c], [a], [a, new Uint8Array()], [new Uint8Array(), a]]
  for (const list of lists) isKnown(...list)
  for (const list of lists) isKnown(...list)
  assert.deepEqual(tested, ['a|bc', 'ab|c', 'bc|a', 'a|b|c', 'a', 'a|', '|a'])
})

test('bytes changed after they were judged are judged anew', () => {
  const isOne = rememberTruth((bytes: Uint8Array) => bytes[0] === 1)
  const bytes = Uint8Array.of(1)
  assert.equal(isOne(bytes), true)
  bytes[0] = 2
  assert.equal(isOne(bytes), false)
})

test('a result is computed once, and whoever changes it changes a copy', () => {
  let computed = 0
  const source = Uint8Array.of(7, 7)
  const make = rememberBytes((_given: Uint8Array) => {
    computed++
    return source
  })
  const first = make(a)
  first[0] = 0
  source[0] = 0
  assert.deepEqual(make(a), Uint8Array.of(7, 7))
  make(a)[1] = 0
  assert.deepEqual(make(a), Uint8Array.of(7, 7))
  assert.equal(computed, 1)
  make(b)
  assert.equal(computed, 2)
})

test('an error is thrown anew each time', () => {
  let tried = 0
  const make = rememberBytes((_given: Uint8Array): Uint8Array => {
    tried++
    throw new Error('no such key')
  })
  assert.throws(() => make(a), /no such key/)
  assert.throws(() => make(a), /no such key/)
  assert.equal(tried, 2)
})

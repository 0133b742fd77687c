import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '../refusal.ts'
import { parseJson } from './json.ts'

const parse = (text: string | Uint8Array, depth = 32) =>
  parseJson(typeof text === 'string' ? new TextEncoder().encode(text) : text, depth)
const isRefusal = (reason: unknown) => reason instanceof Refusal && reason.code === 'malformed-request'

test('reads what JSON.parse reads', () => {
  for (const text of [
    '{"a":[1,{"b":"x\\"y\\\\"}],"c":"{\\"a\\":1,\\"a\\":2}"}',
    '[{"a":1},{"a":2}]',
    '"\\ud83d\\ude00"',
    '{"a":{"a":{"a":1}}}',
    '{"k\\\\":1,"k":2}',
  ])
    assert.deepEqual(parse(text), JSON.parse(text))
})

test('refuses duplicate member names, however they are written', () => {
  for (const text of [
    '{"a":1,"a":1}',
    '{"a":1,"\\u0061":2}',
    '{"x":[{"b":{}, "c":0, "b":[]}]}',
    '{"":1,"":2}',
    '{"__proto__":1,"__proto__":2}',
  ])
    assert.throws(() => parse(text), isRefusal, text)
})

test('refuses a byte order mark, octets that are not UTF-8, lone surrogates and what is not JSON', () => {
  for (const text of ['\uFEFF{}', '"\\ud800"', '{"\\udc00x":1}', '', '{', '{"a":1}x', "{'a':1}", '[1,]', 'NaN', '01'])
    assert.throws(() => parse(text), isRefusal, JSON.stringify(text))
  for (const bytes of [
    [0x22, 0xff, 0x22],
    [0x22, 0xc0, 0x80, 0x22],
    [0x22, 0xed, 0xa0, 0x80, 0x22],
  ])
    assert.throws(() => parse(Uint8Array.from(bytes)), isRefusal)
})

test('takes nesting up to the limit and refuses one level more, at any length', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
  assert.ok(Array.isArray(parse(nested(32))))
  assert.throws(() => parse(nested(33)), isRefusal)
  assert.throws(() => parse(nested(400_000)), isRefusal)
  assert.throws(() => parse('['.repeat(400_000)), isRefusal)
  assert.throws(() => parse('{"a":'.repeat(33) + '1' + '}'.repeat(33)), isRefusal)
})

test('takes the largest number there is, and refuses one that would become infinite', () => {
  assert.deepEqual(parse('[1.7976931348623157e308,-0.0, 1e-999 ,true]'), [Number.MAX_VALUE, -0, 0, true])
  for (const text of ['1e309', '[-1E400]', '{"a":1e999 }', `[${'9'.repeat(400)}]`])
    assert.throws(() => parse(text), isRefusal, text)
  assert.deepEqual(parse('{"1e999":"1e999"}'), { '1e999': '1e999' })
})

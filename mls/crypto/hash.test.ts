// Hash, HMAC and HKDF of the suites give what node:crypto gives, whatever the lengths of key, input and output.
import assert from 'node:assert/strict'
import { createHash, createHmac, hkdfSync } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { makeHashing } from './hash.ts'

const bytes = (maxLength: number) => fc.uint8Array({ maxLength })

for (const { name, size } of [
  { name: 'sha256', size: 32 },
  { name: 'sha384', size: 48 },
] as const) {
  const hashing = makeHashing(name, size)

  test(`a hash and an HMAC with ${name} are those of node:crypto`, () => {
    fc.assert(
      fc.property(bytes(200), bytes(400), (key, data) => {
        assert.deepEqual(Buffer.from(hashing.digest(data)), createHash(name).update(data).digest())
        assert.deepEqual(Buffer.from(hashing.mac(key, data)), createHmac(name, key).update(data).digest())
      }),
    )
  })

  test(`extract and expand with ${name} are HKDF of node:crypto`, () => {
    fc.assert(
      fc.property(bytes(80), bytes(80), bytes(80), fc.nat(4 * size), (salt, ikm, info, length) => {
        const expanded = hashing.expand(hashing.extract(salt, ikm), info, length)
        assert.deepEqual(Buffer.from(expanded), Buffer.from(hkdfSync(name, ikm, salt, info, length)))
      }),
    )
  })

  test(`results of ${name} stay as they are when others are computed`, () => {
    const key = Buffer.from('key')
    const one = hashing.mac(key, Buffer.from('one'))
    const before = Buffer.from(one)
    hashing.mac(key, Buffer.from('two'))
    assert.deepEqual(Buffer.from(one), before)
  })
}

// What the DER writer writes is what the strict reader reads: integers, named bits, times and object identifiers.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readDer, tags } from './der.ts'
import { readInteger, readNamedBits, readOid, readTime } from './der-primitive.ts'
import { writeDer, writeInteger, writeNamedBits, writeOid, writeTime } from './der-writer.ts'

test('an integer comes back, whatever zeros its octets begin with', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 24 }), (octets) => {
      const value = BigInt(`0x${Buffer.from(octets).toString('hex')}`)
      assert.equal(readInteger(readDer(writeInteger(octets)), 'a number'), value)
    }),
  )
})

test('named bits come back, and are written without trailing zeros', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(8), { minLength: 1 }), (places) => {
      const flags = places.reduce((bits, place) => bits | (1 << place), 0)
      assert.deepEqual(
        readNamedBits(readDer(writeNamedBits(flags)), 'usages'),
        places.toSorted((a, b) => a - b),
      )
    }),
  )
  assert.deepEqual(Buffer.from(writeNamedBits(0b110_0000)).toString('hex'), '03020106')
})

test('times come back, in two digits of the year from 1950 to 2049 alone', () => {
  const second = fc.integer({ min: Date.UTC(1800) / 1000, max: Date.UTC(2500) / 1000 })
  fc.assert(fc.property(second, (time) => assert.equal(readTime(readDer(writeTime(time)), 'a time'), BigInt(time))))
  const tagAt = (year: number) => readDer(writeTime(Date.UTC(year) / 1000)).tag
  assert.deepEqual([1949, 1950, 2049, 2050].map(tagAt), [
    tags.generalizedTime,
    tags.utcTime,
    tags.utcTime,
    tags.generalizedTime,
  ])
})

test('object identifiers and long contents come back', () => {
  const dotted = '1.2.840.113549.1.9.1'
  assert.equal(readOid(readDer(writeOid(dotted)), 'an identifier'), dotted)
  for (const length of [0, 127, 128, 255, 256, 70_000])
    assert.equal(readDer(writeDer(tags.octetString, new Uint8Array(length))).content.length, length)
})

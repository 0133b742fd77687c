// The sample of the blind measure is drawn in proportion and again the same; its interval is Wilson's.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { interval, sampleOf } from './sample.ts'

const members = Array.from({ length: 400 }, (_, index) => ({
  id: String(index),
  stratum: index < 300 ? 'large' : 'small',
}))

test('each stratum is drawn from in proportion to its size, and nobody twice', () => {
  const drawn = sampleOf(members, 40, 1)
  assert.equal(drawn.filter(({ stratum }) => stratum === 'large').length, 30)
  assert.equal(drawn.filter(({ stratum }) => stratum === 'small').length, 10)
  assert.equal(new Set(drawn).size, 40)
})

test('a seed draws the same sample in whatever order the members come, another seed another one', () => {
  assert.deepEqual(sampleOf(members.toReversed(), 40, 1), sampleOf(members, 40, 1))
  assert.notDeepEqual(sampleOf(members, 40, 2), sampleOf(members, 40, 1))
})

test('a sample as large as the whole is the whole', () => {
  assert.deepEqual(new Set(sampleOf(members, 500, 1)), new Set(members))
})

test("the interval is Wilson's: 81 of 263 are 0.2553 to 0.3662, and no or all hits stay within 0 and 1", () => {
  const [low, high] = interval(81, 263)
  assert.deepEqual([low.toFixed(4), high.toFixed(4)], ['0.2553', '0.3662'])
  assert.equal(interval(0, 10)[0], 0)
  assert.equal(interval(10, 10)[1], 1)
  assert.deepEqual(interval(0, 0), [0, 1])
})

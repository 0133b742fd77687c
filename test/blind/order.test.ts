// A mutant meets the checks that see it early: those that saw its neighbours, then one of each requirement.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createOrder } from './order.ts'

const tests = ['a/wide', 'a/two', 'a/two.again', 'b/narrow', 'c/elsewhere'].map((scenario) => ({
  edition: '2023-03-17' as const,
  scenario,
  longestMs: 1,
}))
const reached = { m: [0, 1, 2, 3], n: [0, 1, 2], o: [0, 1], p: [0], q: [4] }
const at = (line: number, file = 'f.js', id = 'm') => ({ id, file, line })
const mutants = [at(1), at(2, 'f.js', 'o'), at(8, 'f.js', 'p'), at(1, 'g.js', 'q')]
const order = () => createOrder(mutants, { tests, reached, loaded: ['s'] })

test('one test of each requirement comes before the second of any, the narrow ones first', () => {
  assert.deepEqual(order().of(at(1)), [3, 2, 0, 1])
})

test('a test that saw a mutant close by in the same file comes first, one of another file does not', () => {
  const learning = order()
  learning.learn(at(9), 0)
  learning.learn(at(40), 1)
  learning.learn(at(10, 'g.js'), 2)
  assert.deepEqual(learning.of(at(10)).slice(0, 2), [0, 1])
})

test('what does not reach a mutant is left out', () => {
  assert.deepEqual(order().of(at(1, 'g.js', 'q')), [4])
  assert.deepEqual(order().of(at(1, 'g.js', 'none')), [])
})

test('what runs at loading meets the tests that reach its file, the closest first', () => {
  assert.deepEqual(order().of(at(9, 'f.js', 's')), [0, 1, 3, 2])
  assert.deepEqual(order().of(at(9, 'g.js', 's')), [4])
})

test('what runs at loading meets every test where nothing else in its file is reached', () => {
  assert.deepEqual(
    order()
      .of(at(9, 'list.js', 's'))
      .toSorted(),
    [0, 1, 2, 3, 4],
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answerOf } from '../../simulator/answer.ts'
import { editions } from '../../spec/editions.ts'
import { gave, given, givenOnce, marksFinal, marksOrdinary, withheld } from './key-package.ts'

const packages = { one: 'AAEABQ==', two: 'AAEABg==' }

function answer(status: number, body: unknown, id = 'e1') {
  const request = { method: 'GET', target: '/', headers: [], body: new Uint8Array() }
  const response = { status, headers: [], body: new TextEncoder().encode(JSON.stringify(body)) }
  const where = { from: 'app-server-1', to: 'a.example internal', startedAtMs: 0, durationMs: 0 }
  const operation = 'retrieveKeyPackage' as const
  const exchange = { id, operation, request, response, ...where }
  return answerOf(editions['2023-03-17'], exchange) as Parameters<typeof gave>[0]
}

const kinds = ({ findings }: ReturnType<typeof gave>) => findings.map(({ kind }) => kind)

test('names the package that an answer gives', () => {
  assert.equal(given(answer(200, { keyPackage: packages.two, isFinalKey: true }), packages), 'two')
  assert.equal(given(answer(200, { keyPackage: 'AAAA' }), packages), 'octets that nobody uploaded')
  assert.equal(given(answer(404, {}), packages), 'no key package')
})

test('demands one package, or one of several', () => {
  const two = answer(200, { keyPackage: packages.two })
  assert.deepEqual(kinds(gave(two, 'two', packages)), [])
  assert.deepEqual(kinds(gave(two, ['one', 'two'], packages)), [])
  assert.deepEqual(gave(two, 'one', packages).findings, [
    { kind: 'compared', expected: 'one', actual: 'two', at: 'e1.keyPackage' },
  ])
  assert.deepEqual(kinds(gave(answer(404, {}), 'one', packages)), ['differs'])
  assert.deepEqual(kinds(gave(answer(200, { keyPackage: 'not Base64' }), 'one', packages)), ['differs'])
})

test('sees a package that had to be withheld as one that took effect', () => {
  assert.deepEqual(kinds(withheld(answer(200, { keyPackage: packages.one }), 'one', packages)), ['took-effect'])
  assert.deepEqual(kinds(withheld(answer(200, { keyPackage: packages.two }), 'one', packages)), [])
  assert.deepEqual(kinds(withheld(answer(404, {}), 'one', packages)), [])
})

test('sees a package that is given twice, and not that nothing is given twice', () => {
  const first = answer(200, { keyPackage: packages.one }, 'e1')
  const second = answer(200, { keyPackage: packages.one }, 'e2')
  assert.deepEqual(givenOnce([first, second]).findings, [
    { kind: 'compared', expected: 'a package of its own', actual: 'the one that e1 gave', at: 'e2.keyPackage' },
  ])
  assert.deepEqual(kinds(givenOnce([first, answer(404, {}, 'e3'), answer(404, {}, 'e4')])), [])
})

test('takes an absent mark as that of an ordinary package', () => {
  const unmarked = answer(200, { keyPackage: packages.one })
  assert.deepEqual(kinds(marksOrdinary(unmarked)), [])
  assert.deepEqual(kinds(marksFinal(unmarked)), ['compared'])
  const final = answer(200, { keyPackage: packages.one, isFinalKey: true })
  assert.deepEqual(kinds(marksFinal(final)), [])
  assert.deepEqual(kinds(marksOrdinary(final)), ['compared'])
})

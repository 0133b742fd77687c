import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Answer } from '../../simulator/answer.ts'
import { accepted, gaveNothing, header, refused, status } from './answer.ts'
import { all, type Judgement } from './judgement.ts'
import { equal, sameMembers, unchanged } from './value.ts'

function answer(code: number | undefined, rest: Partial<Answer> = {}, headers: [string, string][] = []): Answer {
  const exchange = {
    id: 'e1',
    from: 'app-server-1',
    to: 'a.example internal',
    request: { method: 'GET', target: '/', headers: [], body: new Uint8Array() },
    ...(code === undefined
      ? { noAnswer: 'connection refused' }
      : { response: { status: code, headers, body: new Uint8Array() } }),
    startedAtMs: 0,
    durationMs: 1,
  }
  return { exchange, ...(code !== undefined && { status: code }), ...rest }
}

const kinds = (judgement: Judgement) => judgement.findings.map((finding) => finding.kind)

test('accepted: any 2xx of the right shape', () => {
  assert.deepEqual(kinds(all(accepted(answer(200)), accepted(answer(201)), accepted(answer(204)))), [])
  assert.deepEqual(kinds(accepted(answer(200, { malformed: 'clientId: missing' }))), ['differs'])
  assert.deepEqual(kinds(accepted(answer(301))), ['differs'])
  assert.deepEqual(kinds(accepted(answer(undefined))), ['no-answer'])
})

test('refused: 4xx, 5xx but 504; 2xx took effect', () => {
  assert.deepEqual(kinds(all(refused(answer(400)), refused(answer(422)), refused(answer(500)))), [])
  assert.deepEqual(kinds(refused(answer(200))), ['took-effect'])
  assert.deepEqual(kinds(refused(answer(302))), ['differs'])
  assert.deepEqual(kinds(refused(answer(504))), ['no-answer'])
  assert.equal(refused(answer(400)).refusals, 1)
})

test('gave nothing: no key package, whatever the status below 500', () => {
  assert.deepEqual(
    kinds(all(gaveNothing(answer(404)), gaveNothing(answer(204)), gaveNothing(answer(200, { json: {} })))),
    [],
  )
  assert.deepEqual(kinds(gaveNothing(answer(200, { json: { keyPackage: 'AA==' } }))), ['took-effect'])
  assert.deepEqual(kinds(gaveNothing(answer(404, { json: { keyPackage: 'AA==' } }))), ['took-effect'])
  assert.deepEqual(kinds(gaveNothing(answer(500))), ['differs'])
})

test('status and header say what they expected', () => {
  assert.deepEqual(status(answer(404), 409, 422).findings[0]?.expected, 'status 409 or 422')
  assert.deepEqual(kinds(status(answer(409), 409)), [])
  assert.deepEqual(kinds(header(answer(405, {}, [['Allow', 'GET, PUT']]), 'allow', /PUT/)), [])
  assert.equal(header(answer(405), 'allow').findings[0]?.actual, 'no such header')
})

test('equality is octet by octet, sets have no order', () => {
  assert.deepEqual(kinds(equal(Uint8Array.of(1, 2), Uint8Array.of(1, 2), 'x')), [])
  assert.deepEqual(kinds(equal(Uint8Array.of(1, 2), Uint8Array.of(1, 3), 'x')), ['compared'])
  assert.deepEqual(kinds(equal('1', 1, 'x')), ['compared'])
  assert.deepEqual(kinds(sameMembers(['b', 'a'], ['a', 'b'], 'x')), [])
  assert.deepEqual(kinds(sameMembers(['a', 'a'], ['a', 'b'], 'x')), ['compared'])
  assert.deepEqual(kinds(sameMembers(undefined, [], 'x')), ['compared'])
})

test('a state read twice may come in another order', () => {
  const read = (identities: unknown): Answer => answer(200, { value: { identities } as never })
  const [a, b] = [
    { clientId: '1', tags: ['x', 'y'] },
    { clientId: '2', tags: [] },
  ]
  assert.equal(unchanged(read([a, b]), read([b, { ...a, tags: ['y', 'x'] }])).readBack, 'unchanged')
  assert.equal(unchanged(read([a]), read([a, b])).readBack, 'changed')
  assert.equal(unchanged(read([a]), read([a, a])).readBack, 'changed')
})

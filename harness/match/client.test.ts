import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Answer, answerOf } from '../../simulator/answer.ts'
import { editions } from '../../spec/editions.ts'
import type { OperationName } from '../../spec/operation.ts'
import { finds, findsIds, findsNobody, shows } from './client.ts'

const request = { method: 'GET', target: '/', headers: [], body: new Uint8Array() }

function answer<N extends OperationName>(operation: N, status: number, body: unknown): Answer<N> {
  const response = { status, headers: [], body: new TextEncoder().encode(JSON.stringify(body)) }
  const where = { from: 'app-server-1', to: 'a.example internal', startedAtMs: 0, durationMs: 0 }
  return answerOf(editions['2023-03-17'], { id: 'e1', operation, request, response, ...where }) as Answer<N>
}

const [alice, bob] = [
  answer('registerClient', 201, { clientId: 'AAAA' }),
  answer('registerClient', 201, { clientId: 'bbbb' }),
]
const entries = [
  { clientId: 'bbbb', clientHandle: 'bob', tags: [] },
  { clientId: 'aaaa', clientHandle: 'alice', tags: ['y', 'x'], note: 1 },
]
const found = answer('findClients', 200, { identities: entries })
const shownAlice = { registered: alice, handle: 'alice', tags: ['x', 'y'] }
const shownBob = { registered: bob, handle: 'bob', tags: [] }

test('finds: the same clients in any order, ids in any case, unknown members ignored', () => {
  assert.deepEqual(finds(found, [shownAlice, shownBob]).findings, [])
  assert.equal(finds(found, [shownAlice]).findings.length, 1)
  assert.equal(finds(found, [{ ...shownAlice, tags: ['x'] }, shownBob]).findings.length, 1)
  assert.equal(finds(found, [{ ...shownAlice, handle: 'Alice' }, shownBob]).findings.length, 1)
})

test('finds by id alone: handles and tags are not looked at', () => {
  assert.deepEqual(findsIds(found, [bob, alice]).findings, [])
  assert.equal(findsIds(found, [bob]).findings.length, 1)
  assert.equal(findsIds(answer('findClients', 404, {}), [bob]).findings[0]?.actual, '404')
})

test('finds nobody: by an empty list or by a refusal, not by silence or failure', () => {
  assert.deepEqual(findsNobody(answer('findClients', 200, { identities: [] })).findings, [])
  assert.deepEqual(findsNobody(answer('findClients', 404, {})).findings, [])
  assert.equal(findsNobody(found).findings.length, 1)
  assert.equal(findsNobody(answer('findClients', 500, {})).findings.length, 1)
})

test('shows: one client, whole', () => {
  assert.deepEqual(shows(answer('retrieveClient', 200, entries[1]), shownAlice).findings, [])
  assert.equal(shows(answer('retrieveClient', 200, entries[0]), shownAlice).findings.length, 1)
})

test('a mismatch reads the same whatever ids the gateway drew', () => {
  const texts = (first: string, second: string) => {
    const [one, two] = [first, second].map((clientId) => answer('registerClient', 201, { clientId }))
    assert.ok(one && two)
    const search = answer('findClients', 200, { identities: [{ clientId: first, clientHandle: 'alice', tags: [] }] })
    const wanted = [
      { registered: one, handle: 'alice', tags: [] },
      { registered: two, handle: 'bob', tags: [] },
    ]
    return [finds(search, wanted), findsIds(search, [one, two])].map(({ findings }) =>
      findings[0]?.expected.replaceAll(first, '1').replaceAll(second, '2'),
    )
  }
  assert.deepEqual(texts('aaaa', 'bbbb'), texts('bbbb', 'aaaa'))
})

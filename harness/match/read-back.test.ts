import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answerOf } from '../../simulator/answer.ts'
import { editions } from '../../spec/editions.ts'
import { sentFrom } from './control-messages.ts'
import { allUnchanged } from './read-back.ts'

function listing(status: number, messages: readonly string[] = []) {
  const request = { method: 'GET', target: '/', headers: [], body: new Uint8Array() }
  const response = { status, headers: [], body: new TextEncoder().encode(JSON.stringify({ messages })) }
  const where = { from: 'app-server-1', to: 'a.example internal', startedAtMs: 0, durationMs: 0 }
  const exchange = { id: 'e1', operation: 'listProposals' as const, request, response, ...where }
  return answerOf(editions['2023-03-17'], exchange)
}

const kinds = (...pairs: Parameters<typeof allUnchanged>) => allUnchanged(...pairs).findings.map(({ kind }) => kind)

test('finds nothing where every reading shows what it showed before, or is still not there', () => {
  const same = allUnchanged([listing(200, ['AAAA']), listing(404)], [listing(200, ['AAAA']), listing(410)])
  assert.deepEqual(same.findings, [])
  assert.equal(same.readBack, 'unchanged')
})

test('sees what has changed, what has come into being, and what is gone', () => {
  assert.deepEqual(kinds([listing(200, ['AAAA'])], [listing(200, [])]), ['took-effect'])
  assert.deepEqual(kinds([listing(404)], [listing(200, [])]), ['took-effect'])
  assert.deepEqual(kinds([listing(200)], [listing(404)]), ['took-effect'])
})

test('says so where reading does not work', () => {
  assert.equal(allUnchanged([listing(500)], [listing(200)]).readBack, 'unavailable')
  assert.equal(allUnchanged([listing(200)], [listing(503)]).readBack, 'unavailable')
})

test('keeps what is no MLS message among the control messages, whatever the epoch', () => {
  assert.deepEqual(sentFrom(3n, [Uint8Array.of(1, 2)]), ['AQI='])
  assert.deepEqual(sentFrom(3n), [])
})

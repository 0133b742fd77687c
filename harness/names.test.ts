import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Exchange } from '../simulator/exchange.ts'
import { gatewayMade, namedMismatch } from './names.ts'

function answered(id: string, body: string): Exchange {
  const empty = { headers: [], body: new Uint8Array() }
  return {
    id,
    from: 'app-server-1',
    to: 'a.example internal',
    request: { method: 'POST', target: '/', ...empty },
    response: { status: 201, headers: [], body: new TextEncoder().encode(body) },
    startedAtMs: 0,
    durationMs: 0,
  }
}

test('values that the gateway made are shown by name, in order of appearance', () => {
  const values = gatewayMade([
    answered('e1', '{"clientId":"5f0c"}'),
    answered('e2', '{"identities":[{"clientId":"5f0c"},{"clientId" : "77aa"}]}'),
    answered('e3', '{"keyQueueId":"0001"}'),
  ])
  assert.deepEqual([...values.values()], ['clientId#1', 'clientId#2', 'keyQueueId#1'])
  const mismatch = { expected: '["77aa"]', actual: '["5f0c","0001"]', at: 'e2.body' }
  assert.deepEqual(namedMismatch(mismatch, values, new Map([['e2', 'found']])), {
    expected: '["clientId#2"]',
    actual: '["clientId#1","keyQueueId#1"]',
    at: 'found (e2).body',
  })
})

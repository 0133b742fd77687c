import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Answer } from '../../simulator/answer.ts'
import type { OperationName } from '../../spec/operation.ts'
import { hasNotReceived, hasReceived, notAsked, passedUnchanged } from './passed-on.ts'

let count = 0

function request(operation: OperationName, target: string, body: unknown = undefined): Answer {
  const text = typeof body === 'string' ? body : JSON.stringify(body ?? '')
  return {
    operation,
    exchange: {
      id: `e${++count}`,
      from: 'a.example',
      to: 'peer.example external',
      request: { method: 'PUT', target, headers: [], body: new TextEncoder().encode(text) },
      startedAtMs: 0,
      durationMs: 0,
    },
  }
}

const group = '/apps/one/groups/AQ'
const uploaded = request('uploadCommit', `${group}/epochs`, { commitPacket: 'AA==', welcomePacket: 'BB==' })

test('a packet was received where every member came as it was; more members and their order do no harm', () => {
  const others = [request('uploadProposal', `${group}/proposals`, { packet: 'AA==' })]
  const same = { welcomePacket: 'BB==', commitPacket: 'AA==', more: 1 }
  for (const path of [group, group.replace('one', 'ONE')]) {
    const asked = [...others, request('uploadCommit', `${path}/epochs`, same)]
    assert.equal(hasReceived(asked, uploaded).findings.length, 0)
    assert.deepEqual(
      hasNotReceived(asked, uploaded).findings.map(({ kind }) => kind),
      ['took-effect'],
    )
  }
})

test('a packet was not received where a member is missing or another, or the group, or the operation', () => {
  const wrong = [
    request('uploadCommit', `${group}/epochs`, { commitPacket: 'AA==' }),
    request('uploadCommit', `${group}/epochs`, { commitPacket: 'AB==', welcomePacket: 'BB==' }),
    request('uploadCommit', '/apps/one/groups/Ag/epochs', { commitPacket: 'AA==', welcomePacket: 'BB==' }),
    request('uploadProposal', `${group}/epochs`, { commitPacket: 'AA==', welcomePacket: 'BB==' }),
    request('uploadCommit', `${group}/epochs`, '{'),
  ]
  for (const asked of [[], ...wrong.map((one) => [one]), wrong]) {
    assert.equal(hasReceived(asked, uploaded).findings.length, 1)
    assert.equal(hasNotReceived(asked, uploaded).findings.length, 0)
  }
})

test('where only some members are demanded, others may be missing or different', () => {
  const asked = [request('uploadCommit', `${group}/epochs`, { commitPacket: 'AA==', welcomePacket: 'CC==' })]
  assert.equal(hasReceived(asked, uploaded, ['commitPacket']).findings.length, 0)
  assert.equal(hasReceived(asked, uploaded, ['commitPacket', 'welcomePacket']).findings.length, 1)
})

test('a request was passed on unchanged where its path and all its inputs are there, however they are encoded', () => {
  const original = request('findClients', '/apps/one/clients?tag=a%20b%2B&domain=peer.example')
  const passed = (target: string) => passedUnchanged([request('findClients', target)], original).findings.length
  assert.equal(passed('/apps/one/clients?domain=peer.example&tag=a+b%2b&trace=1'), 0)
  for (const target of [
    '/apps/one/clients?tag=a+b%2B',
    '/apps/one/clients?tag=a+b+&domain=peer.example',
    '/apps/one/clients?tag=a%2Bb%2B&domain=peer.example',
    '/apps/two/clients?tag=a%20b%2B&domain=peer.example',
  ])
    assert.equal(passed(target), 1, target)
  assert.equal(passedUnchanged([], original).findings.length, 1)
})

test('whoever was asked for nothing was not asked', () => {
  assert.equal(notAsked([], 'the peer').findings.length, 0)
  assert.match(notAsked([uploaded], 'the peer').findings[0]?.actual ?? '', /^uploadCommit \(e\d+\)$/)
})

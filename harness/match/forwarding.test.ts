import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Answer, answerOf } from '../../simulator/answer.ts'
import type { Exchange } from '../../simulator/exchange.ts'
import { jsonResponse, problemResponse } from '../../simulator/response.ts'
import { unexpectedHeader } from '../../simulator/scripted-peer.ts'
import { editions } from '../../spec/editions.ts'
import { forwarded, forwardedOnce, notForwarded, nothingUnexpected } from './forwarding.ts'
import type { Judgement } from './judgement.ts'

const target = '/apps/x/groups/g/epochs'
let sent = 0

function passage(body: object, change: Partial<Exchange> = {}, at = target): Answer {
  return answerOf(editions['2023-03-17'], {
    id: `e${++sent}`,
    from: 'gateway a.example',
    to: 'b.example external',
    request: { method: 'PUT', target: at, headers: [], body: new TextEncoder().encode(JSON.stringify(body)) },
    response: jsonResponse(201, {}),
    startedAtMs: 0,
    durationMs: 0,
    ...change,
  })
}

const lost = () => {
  const { response: _, ...exchange } = passage(body).exchange
  return answerOf(editions['2023-03-17'], { ...exchange, noAnswer: 'the link was cut' })
}
const body = { commitPacket: 'AA==', welcomePacket: 'AQ==' }
const upload = passage(body)
const count = ({ findings }: Judgement) => findings.length

test('an upload is forwarded where its body reached the other gateway whole, members that were added aside', () => {
  assert.equal(count(forwarded(upload, [lost(), passage({ ...body, more: 1 })])), 0)
  for (const wrong of [
    [],
    [lost()],
    [passage({ commitPacket: 'AA==' })],
    [passage({ ...body, commitPacket: 'AB==' })],
    [passage(body, {}, '/apps/x/groups/h/epochs')],
  ])
    assert.equal(count(forwarded(upload, wrong)), 1)
})

test('once means once taken: what was lost, unheard or refused may come again', () => {
  const unheard = passage(body, { noAnswer: 'lost on the way back' })
  const refused = passage(body, { response: problemResponse('unknown-group', '') })
  assert.equal(count(forwardedOnce(upload, [lost(), unheard, refused, passage(body)])), 0)
  assert.equal(count(forwardedOnce(upload, [passage(body), passage(body)])), 1)
  assert.equal(count(forwardedOnce(upload, [])), 1)
})

test('an upload that was tried to send left the gateway, also when it was lost', () => {
  assert.equal(count(notForwarded(upload, [passage({ commitPacket: 'AB==' })])), 0)
  assert.equal(count(notForwarded(upload, [lost()])), 1)
})

test('what a played peer did not expect is held against the gateway', () => {
  const { headers, ...rest } = problemResponse('not-found', '')
  const strange = passage(body, { response: { ...rest, headers: [...headers, [unexpectedHeader, '1']] } })
  assert.equal(count(nothingUnexpected([upload])), 0)
  assert.deepEqual(
    nothingUnexpected([upload, strange]).findings.map(({ actual }) => actual),
    [`PUT ${target}`],
  )
})

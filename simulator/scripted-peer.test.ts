import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HttpResponse, http } from 'msw'
import { editions } from '../spec/editions.ts'
import type { OperationInputs, OperationName } from '../spec/operation.ts'
import { requestOf } from './caller.ts'
import type { WireResponse } from './exchange.ts'
import {
  breaksOff,
  garbage,
  innerDetails,
  redirectTo,
  refusal,
  replaying,
  serverError,
  silence,
} from './misbehaviour.ts'
import { createScriptedPeer, unexpectedHeader } from './scripted-peer.ts'

const appId = 'aaaaaaaa-0000-4000-8000-000000000001'
const edition = editions['2023-03-17']
const bytes = (text: string) => new TextEncoder().encode(text)
const find = { appId, tag: 'x', domain: 'peer.example' }
const ask = <N extends OperationName>(name: N, input: OperationInputs[N]) => requestOf(edition, name, input, [])
const json = ({ body }: WireResponse) => JSON.parse(new TextDecoder().decode(body)) as unknown
const isUnexpected = ({ headers }: WireResponse) => headers.some(([name]) => name === unexpectedHeader)

test('an answer is written in the wire of the edition', async () => {
  for (const each of Object.values(editions)) {
    const peer = await createScriptedPeer(each, 'peer.example')
    const identities = [{ clientId: 'c1', clientHandle: bytes('carol'), tags: ['x'] }]
    peer.on('findClients', ({ input }) => (input.tag === 'x' ? { identities } : refusal('not-found')))
    const answer = await peer.answer(requestOf(each, 'findClients', find, []))
    assert.equal(answer.status, 200)
    assert.deepEqual(each.operations.findClients.output?.decode(json(answer)), { identities })
    assert.equal((await peer.answer(requestOf(each, 'findClients', { ...find, tag: 'y' }, []))).status, 404)
  }
})

test('an operation without an answer body is acknowledged, and the request is read from its octets', async () => {
  const peer = await createScriptedPeer(edition, 'peer.example')
  const packets: Uint8Array[] = []
  const targets: string[] = []
  peer.on('uploadProposal', ({ input, request }) => {
    packets.push(input.packet)
    targets.push(request.target)
    return undefined
  })
  const request = ask('uploadProposal', { appId, groupId: bytes('g'), packet: bytes('proposal') })
  const raw = { ...request, target: request.target.replace('/groups/', '/x/../groups/') }
  assert.equal((await peer.answer(request)).status, 201)
  assert.deepEqual(packets, [bytes('proposal')])
  assert.ok(isUnexpected(await peer.answer(raw)), 'a target is taken as it came')
  assert.deepEqual(targets, [request.target])
})

test('what nobody expected is refused and marked', async () => {
  const peer = await createScriptedPeer(edition, 'peer.example')
  peer.on('uploadProposal', () => undefined)
  const answers = [
    await peer.answer(ask('findClients', find)),
    await peer.answer({
      ...ask('uploadProposal', { appId, groupId: bytes('g'), packet: bytes('p') }),
      body: bytes('{'),
    }),
    await peer.answer({ method: 'GET', target: ':bad', headers: [], body: new Uint8Array() }),
  ]
  assert.deepEqual(
    answers.map((answer) => [answer.status, isUnexpected(answer)]),
    [
      [404, true],
      [404, true],
      [404, true],
    ],
  )
})

test('the answer given last counts, and handlers of msw serve too', async () => {
  const peer = await createScriptedPeer(edition, 'peer.example')
  peer.on('findClients', () => refusal('not-found'))
  peer.use(http.get('http://peer.example/apps/:appId/clients', ({ params }) => HttpResponse.json(params['appId'])))
  assert.equal(json(await peer.answer(ask('findClients', find))), appId)
})

test('a peer misbehaves as it is told', async () => {
  const peer = await createScriptedPeer(edition, 'peer.example')
  const given = (resolve: Parameters<typeof peer.on<'findClients'>>[1]) => {
    peer.on('findClients', resolve)
    return peer.answer(ask('findClients', find))
  }
  assert.throws(() => JSON.parse('{"identities":[{"clientId":"'))
  assert.equal((await given(() => garbage())).status, 200)
  assert.match(new TextDecoder().decode((await given(() => serverError(503))).body), new RegExp(innerDetails))
  const redirect = await given(() => redirectTo('http://elsewhere.example/', 302))
  assert.deepEqual([redirect.status, redirect.headers], [302, [['location', 'http://elsewhere.example/']]])
  await assert.rejects(given(breaksOff), /broke the connection off/)
  let asked = 0
  const replay = replaying<'findClients'>(() => {
    asked++
    return Response.json({ identities: [] })
  })
  assert.deepEqual(json(await given(replay)), json(await peer.answer(ask('findClients', find))))
  assert.equal(asked, 1)
  const late = await Promise.race([
    given(silence),
    new Promise((resolve) => setImmediate(() => resolve('nothing yet'))),
  ])
  assert.equal(late, 'nothing yet')
})

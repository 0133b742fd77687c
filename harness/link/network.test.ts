import assert from 'node:assert/strict'
import { test } from 'node:test'
import { jsonResponse } from '../../simulator/response.ts'
import { introduce } from './introduce.ts'
import { createNetwork } from './network.ts'

const edition = '2023-03-17'
const clock = { now: () => 0, pass: async () => {} }
const gateways = [
  { edition, domain: 'a.example' },
  { edition, domain: 'b.example' },
  { edition: '2023-03-08', domain: 'a.example' },
] as const
const appId = 'aaaaaaaa-0000-4000-8000-000000000001'
const get = (target: string) => ({ method: 'GET', target, headers: [], body: new Uint8Array() })
const network = () => createNetwork({ gateways, played: ['peer.example'], clock, seed: 1 })
const toPeer = { edition, from: 'a.example', to: 'peer.example' } as const

test('every ordered pair of one edition has a link, and every gateway one to each played domain', () => {
  const said = network().links.map(({ ends }) => `${ends.edition} ${ends.from} ${ends.to}`)
  assert.deepEqual(said, [
    '2023-03-17 a.example b.example',
    '2023-03-17 a.example peer.example',
    '2023-03-17 b.example a.example',
    '2023-03-17 b.example peer.example',
    '2023-03-08 a.example peer.example',
  ])
})

test('in process a gateway reaches its peer by the address it was given', async () => {
  const net = network()
  const toB = { edition, from: 'a.example', to: 'b.example' } as const
  await assert.rejects(net.outbound(net.addressOf(toB), get('/apps')), /nobody listens/)
  net.lead({ edition, domain: 'b.example' }, () => async () => jsonResponse(200, 'b'))
  assert.equal((await net.outbound(net.addressOf(toB), get(`/apps/${appId}/clients`))).status, 200)
  assert.equal((await net.link(toB)?.passages(appId))?.length, 1)
  await assert.rejects(net.outbound('http://169.254.0.1', get('/')), /no peer/)
})

test('a played domain answers as its scenario does, lists what is played, and knows nothing else', async () => {
  const net = network()
  const ask = async (target: string) => {
    const { status, body } = await net.outbound(net.addressOf(toPeer), get(target))
    return [status, JSON.parse(Buffer.from(body).toString())]
  }
  const clients = `/apps/${appId}/clients?tag=x`
  assert.equal((await ask(clients))[0], 404)
  assert.deepEqual(await ask('/apps'), [200, []])
  const play = { answer: async () => jsonResponse(200, { identities: [] }), lists: [{ id: appId }] }
  const { leave } = await net.play({ edition, domain: 'peer.example' }, appId, play)
  assert.deepEqual(await ask(clients), [200, { identities: [] }])
  assert.deepEqual(await ask('/apps'), [200, [{ id: appId }]])
  await leave()
  assert.equal((await ask(clients))[0], 404)
  assert.deepEqual(await ask('/apps'), [200, []])
  await assert.rejects(net.play({ edition, domain: 'b.example' }, appId, play), /does not|not a domain/)
})

test('a played domain that answers for its list itself does so until it leaves', async () => {
  const net = network()
  const ask = async () => (await net.outbound(net.addressOf(toPeer), get('/apps'))).status
  const place = { edition, domain: 'peer.example' } as const
  const asked: string[] = []
  const answer = async ({ target }: { target: string }) => {
    asked.push(target)
    return jsonResponse(503, {})
  }
  const { leave } = await net.play(place, appId, { answer, lists: 'itself' })
  assert.equal(await ask(), 503)
  assert.deepEqual(asked, ['/apps'])
  await leave()
  assert.equal(await ask(), 200)
})

test('what one gateway presents to another is what that one accepts, and no two pairs share it', () => {
  const { addressOf } = network()
  let drawn = 0
  const peersOf = introduce({ gateways, played: ['peer.example'], token: () => `t${drawn++}`, urlOf: addressOf })
  const [atA, atB] = [peersOf({ edition, domain: 'a.example' }), peersOf({ edition, domain: 'b.example' })]
  assert.deepEqual(
    atA.map(({ domain }) => domain),
    ['b.example', 'peer.example'],
  )
  assert.equal(atA[0]?.sendToken, atB[0]?.receiveToken)
  assert.equal(atA[0]?.receiveToken, atB[0]?.sendToken)
  const all = [...atA, ...atB, ...peersOf({ edition: '2023-03-08', domain: 'a.example' })]
  assert.equal(new Set(all.flatMap(({ sendToken, receiveToken }) => [sendToken, receiveToken])).size, 8)
})

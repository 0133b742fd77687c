import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Endpoint, WireRequest } from '../../simulator/exchange.ts'
import { jsonResponse } from '../../simulator/response.ts'
import { openSockets } from '../transport/socket.ts'
import { remoteNetwork } from './remote.ts'
import { serve } from './serve.ts'
import { startNetwork } from './start.ts'

const edition = '2023-03-17'
const appId = 'aaaaaaaa-0000-4000-8000-000000000001'
const other = 'bbbbbbbb-0000-4000-8000-000000000002'
const toB = { edition, from: 'a.example', to: 'b.example' } as const
const toPeer = { edition, from: 'a.example', to: 'peer.example' } as const
const clock = { now: () => Date.now(), pass: async () => {} }

/** Two fake gateways with the parent's links between them, and a worker's hold on these. */
async function federation(context: TestContext) {
  const { channel, close } = openSockets(2000)
  const asked: WireRequest[] = []
  const b = await serve(async (request) => {
    asked.push(request)
    return { ...jsonResponse(201, { ok: true }), headers: [['x-by', 'b'] as const] }
  })
  const gateways = [
    { edition, domain: 'a.example' },
    { edition, domain: 'b.example' },
  ] as const
  const parent = await startNetwork({ gateways, played: ['peer.example'], clock, seed: 1, token: 't', reach: channel })
  parent.lead({ edition, domain: 'b.example' }, b.url)
  context.after(async () => {
    await parent.close()
    await b.close()
    await close()
  })
  const at = (url: string): Endpoint => ({ domain: 'x', interface: 'external', url })
  return {
    asked,
    parent,
    network: remoteNetwork(parent.address, channel),
    ask: (url: string, request: Partial<WireRequest>) =>
      channel(at(url), { method: 'GET', target: '/', headers: [], body: new Uint8Array(), ...request }),
  }
}

test('a request passes a link as it is, raw target and octets, and a worker can read both', async (context) => {
  const { asked, parent, network, ask } = await federation(context)
  const target = `/apps/${appId}/clients/%2e%2e/..//x?tag=%2F&tag=b`
  const body = new Uint8Array([0, 255, 10])
  const answer = await ask(parent.urlOf(toB), { method: 'PUT', target, body, headers: [['x-a', '1']] })
  assert.equal(answer.status, 201)
  assert.deepEqual(
    answer.headers.filter(([name]) => name === 'x-by'),
    [['x-by', 'b']],
  )
  assert.equal(asked[0]?.target, target)
  assert.deepEqual(asked[0]?.body, body)
  const [passage] = (await network.link(toB)?.passages(appId)) ?? []
  assert.equal(passage?.request.target, target)
  assert.deepEqual(passage?.request.body, body)
  assert.ok(passage?.request.headers.some(([name, value]) => name === 'x-a' && value === '1'))
  assert.equal(passage?.response?.status, 201)
  assert.equal(network.link({ ...toB, to: 'c.example' }), undefined)
})

test('a worker cuts a link for its application and heals it', async (context) => {
  const { parent, network, ask } = await federation(context)
  const link = network.link(toB)
  await link?.disturb(appId, { cut: true, delayMs: [0, 1] })
  const url = parent.urlOf(toB)
  await assert.rejects(ask(url, { target: `/apps/${appId}/x` }), { message: 'connection closed before the answer' })
  assert.equal((await ask(url, { target: `/apps/${other}/x` })).status, 201)
  await link?.heal(appId)
  assert.equal((await ask(url, { target: `/apps/${appId}/x` })).status, 201)
  assert.deepEqual(
    (await link?.passages(appId))?.map(({ lost }) => lost),
    ['the link was cut', undefined],
  )
})

test('a worker plays a domain for its own application', async (context) => {
  const { parent, network, ask } = await federation(context)
  const url = parent.urlOf(toPeer)
  const target = `/apps/${appId}/clients%2F?domain=peer.example`
  const targets: string[] = []
  const answer = async (request: WireRequest) => {
    targets.push(request.target)
    return jsonResponse(200, { identities: [] })
  }
  const playing = await network.play({ edition, domain: 'peer.example' }, appId, { answer, lists: [{ id: appId }] })
  assert.equal((await ask(url, { target })).status, 200)
  assert.deepEqual(targets, [target])
  assert.deepEqual(JSON.parse(Buffer.from((await ask(url, { target: '/apps' })).body).toString()), [{ id: appId }])
  assert.equal((await ask(url, { target: `/apps/${other}/clients` })).status, 404)
  await playing.leave()
  assert.equal((await ask(url, { target })).status, 404)
})

test('a played domain that never answers is let go when the scenario leaves', async (context) => {
  const { parent, network, ask } = await federation(context)
  let say = () => {}
  const arrived = new Promise<void>((resolve) => {
    say = resolve
  })
  const answer = () => {
    say()
    return new Promise<never>(() => undefined)
  }
  const playing = await network.play({ edition, domain: 'peer.example' }, appId, { answer, lists: [] })
  const asked = assert.rejects(ask(parent.urlOf(toPeer), { target: `/apps/${appId}/clients` }))
  await arrived
  await playing.leave()
  await asked
})

test('the control port obeys its token alone, and only orders it knows', async (context) => {
  const { parent, ask } = await federation(context)
  const { url, token } = parent.address.control
  const body = new TextEncoder().encode(JSON.stringify({ do: 'heal', ends: toB, appId }))
  const order = (authorization: string, text = body) =>
    ask(url, { method: 'POST', headers: [['authorization', authorization]], body: text })
  assert.equal((await order('Bearer wrong')).status, 401)
  assert.equal((await order(`Bearer ${token}`)).status, 200)
  assert.equal((await order(`Bearer ${token}`, new TextEncoder().encode('{'))).status, 400)
})

test('a link that cannot listen where it shall is said in one line, and nothing is left open', async () => {
  const taken = await serve(async () => jsonResponse(200, {}))
  const { channel, close } = openSockets(500)
  const gateways = [{ edition, domain: 'a.example' }] as const
  const listenAt = () => ({ host: '127.0.0.1', port: Number(new URL(taken.url).port) })
  const starting = startNetwork({
    gateways,
    played: ['peer.example'],
    clock,
    seed: 1,
    token: 't',
    reach: channel,
    listenAt,
  })
  await assert.rejects(starting, /^ConfigurationError: the link from a.example to peer.example: .* \(EADDRINUSE\)$/)
  await taken.close()
  await close()
})

// Who a caller is: one gateway is one caller however it is named, and a credential means one caller at one gateway alone.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createPeers } from '../federation/peers.ts'
import { startFederation } from '../federation.test.kit.ts'
import { createQueue, fill, packageOf } from '../members.test.kit.ts'
import { Refusal } from '../refusal.ts'
import { createStore } from '../store/store.ts'
import { appId, instanceOf, register, startTrial } from '../trial.test.kit.ts'
import { createAuthorisation } from './authorisation.ts'

const peer = (domain: string, external: string, token?: string) => ({
  domain,
  external,
  ...(token && { sendToken: `to ${token}`, receiveToken: token }),
})
const atB = 'http://127.0.0.1:1'
const peers = [peer('B.Example', atB, 'b'), peer('z.example', atB, 'b'), peer('c.example', 'http://127.0.0.1:2', 'c')]

function authorisationOf(configured: typeof peers) {
  const instance = { ...instanceOf('2023-03-17'), peers: configured }
  return createAuthorisation(instance, createStore(), createPeers(configured))
}

const isUnknown = (reason: unknown) => reason instanceof Refusal && reason.code === 'unauthenticated'

test('a peer is one caller under each of its domains, in any spelling, by token and by certificate', () => {
  const { authenticate, recognise } = authorisationOf(peers)
  const gatewayB = { kind: 'peer', domain: 'b.example' }
  assert.deepEqual(authenticate([['Authorization', 'Bearer b']]), gatewayB)
  for (const certified of [
    ['b.example'],
    ['B.EXAMPLE'],
    ['z.example'],
    ['Z.example', 'b.example', 'elsewhere.example'],
  ])
    assert.deepEqual(recognise(certified), gatewayB)
  assert.deepEqual(recognise(['c.example']), { kind: 'peer', domain: 'c.example' })
})

test('a certificate for no peer, for two, or for something like one is nobody’s', () => {
  const { recognise } = authorisationOf(peers)
  for (const certified of [
    [],
    ['elsewhere.example'],
    ['b.example', 'c.example'],
    ['b.example.'],
    ['x.b.example'],
    [''],
  ])
    assert.throws(() => recognise(certified), isUnknown, String(certified))
})

test('a token is worth nothing in part, in another case, twice, or elsewhere', () => {
  const { authenticate } = authorisationOf(peers)
  for (const token of ['B', 'bb', 'b b', 'b, c', '', 'to b'])
    assert.throws(() => authenticate([['Authorization', `Bearer ${token}`]]), isUnknown, token)
  assert.throws(() => authenticate([['Authorization', 'Basic b']]), isUnknown)
  const twice = ['b', 'c'].map((token) => ['Authorization', `Bearer ${token}`] as const)
  assert.throws(() => authenticate(twice), isUnknown)
})

test('what a peer shows to one gateway opens no other, and nothing on the internal interface', async () => {
  const [a, b, c] = ['a.example', 'b.example', 'c.example'] as const
  const world = await startFederation('2023-03-17', [a, b, c])
  const ask = async (to: string, as: string, on: 'internal' | 'external') =>
    (await world.at(to).send('GET', '/apps', { as, on })).status
  assert.equal(await ask(a, `${b}->${a}`, 'external'), 200)
  assert.equal(await ask(c, `${b}->${a}`, 'external'), 401)
  assert.equal(await ask(b, `${b}->${a}`, 'external'), 401)
  assert.equal(await ask(a, `${a}->${b}`, 'external'), 401)
  assert.equal(await ask(a, `${b}->${a}`, 'internal'), 403)
  assert.equal(await ask(a, 'server1', 'external'), 403)
})

test('a gateway with two domains draws on one reservation, whichever of them it comes as', async () => {
  const anyPort = { host: '127.0.0.1', port: 0 }
  const tls = { key: 'k', certificate: 'c', authorities: 'a' }
  const configured = [peer('b.example', atB), peer('Z.example', atB), peer('c.example', 'http://127.0.0.1:2')]
  const instance = { ...instanceOf('2023-03-08'), tls, external: anyPort, peers: configured }
  const trial = await startTrial('2023-03-08', { instance })
  const identity = { type: 1, parameters: {} }
  const json = {
    configuration: { id: appId, identity_configuration: identity },
    applicationServers: ['app-server-1'],
    federatesWith: ['b.example', 'c.example'],
  }
  assert.equal((await trial.send('PUT', `/apps/${appId}`, { as: 'operator', json })).status, 200)
  const bob = await register(trial, Buffer.from('bob').toString('base64'))
  await fill(trial, await createQueue(trial, bob), [await packageOf(trial, 'bob'), await packageOf(trial, 'bob')])
  const target = `/apps/${appId}/clients/${bob}/keyPackage?protocolVersion=1&cipherSuite=1&receiver_client_id=r`
  const fetchAs = async (...certifiedDomains: string[]) => {
    const request = { method: 'GET', target, headers: [], body: new Uint8Array(), certifiedDomains }
    const { status, body } = await trial.gateway.external(request)
    return { status, body: Buffer.from(body).toString() }
  }
  const first = await fetchAs('b.example')
  assert.equal(first.status, 200, first.body)
  for (const domains of [['z.example'], ['B.example'], ['z.example', 'b.example']])
    assert.deepEqual(await fetchAs(...domains), first)
  assert.notEqual((await fetchAs('c.example')).body, first.body)
})

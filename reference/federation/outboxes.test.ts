// What is still to be delivered: in order, again and again, past refusals, one group apart from the other; in virtual time.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commit, type Member } from '../../mls/member.ts'
import { type Federation, type FederationOptions, startFederation } from '../federation.test.kit.ts'
import type { GatewayRequest, GatewayResponse } from '../gateway.ts'
import { commitBody, openRoom, packageOf, type Room } from '../members.test.kit.ts'
import { appId, basicConfiguration } from '../trial.test.kit.ts'

const [a, b, s] = ['a.example', 'b.example', 'scripted.example'] as const
const edition = '2023-03-08'
const groups = `/apps/${appId}/groups`

const start = (options: FederationOptions = {}) =>
  startFederation(edition, [a], { mode: 'basic', scripted: [b, s], federatesWith: { [a]: [s] }, ...options })

function answer(status: number, value: unknown = {}): GatewayResponse {
  const body = new TextEncoder().encode(JSON.stringify(value))
  return { status, headers: [['content-type', 'application/json']], body }
}

const problem = (status: number, code: string) => answer(status, { type: `urn:mimi:problem:${code}` })

/** Answers what is forwarded; shows the application as it is. */
function follow(world: Federation, take: (request: GatewayRequest) => GatewayResponse): void {
  world.play(s, (request) => {
    if (request.target === '/apps') return answer(200, [basicConfiguration(edition)])
    return request.method === 'PUT' ? take(request) : problem(404, 'not-found')
  })
}

async function commitIn(room: Room, member: Member, adds: readonly Uint8Array[] = []): Promise<Member> {
  const proposals = adds.map((keyPackage) => ({ type: 'add', keyPackage }) as const)
  const made = await commit(member, { proposals })
  assert.equal((await room.put('epochs', commitBody(made))).status, 201)
  return made.member
}

const events = (world: Federation) => world.at(a).log.map(({ event }) => event)

test('what cannot be delivered waits, longer each time, in order, and nothing is undone', async () => {
  const world = await start({ times: { firstRetryMs: 100, longestRetryMs: 800 } })
  const arrived: string[] = []
  follow(world, ({ target }) => {
    arrived.push(target)
    return answer(201)
  })
  world.link(a, s, 'cut')
  const { member, room } = await openRoom(world.at(a), 'alice')
  const began = world.time.now()
  const attempts: number[] = []
  for (let ms = 0; ms < 4_000; ms += 50) {
    const before = world.passages.length
    await world.time.pass(50)
    if (world.passages.length > before) attempts.push(world.time.now() - began)
  }
  assert.deepEqual(attempts, [100, 300, 700, 1500, 2300, 3100, 3900])
  await commitIn(room, await commitIn(room, member))
  await world.settled()
  assert.equal((await room.messages('control-msgs?startEpochId=0')).length, 2)
  assert.deepEqual(arrived, [])
  world.link(a, s, 'up')
  await world.time.pass(800)
  await world.settled()
  assert.deepEqual(arrived, [groups, `${room.path}/epochs`, `${room.path}/epochs`])
  assert.deepEqual(events(world), [])
})

test('failures, garbage, redirects and silence are tried again; a lost answer means a second delivery', async () => {
  const world = await start()
  const answers = [
    answer(500),
    answer(503, 'x'),
    answer(302),
    answer(408),
    answer(429),
    { ...answer(201), status: 101 },
  ]
  let arrivals = 0
  follow(world, () => {
    arrivals++
    return answers.shift() ?? answer(201)
  })
  await openRoom(world.at(a), 'alice')
  for (let round = 0; round < 8; round++) {
    await world.settled()
    await world.time.pass(2_000)
  }
  assert.equal(arrivals, 7)
  world.link(a, s, 'answers lost')
  await openRoom(world.at(a), 'alice', 'second')
  await world.settled()
  world.link(a, s, 'silent')
  await world.time.pass(20_000)
  world.link(a, s, 'up')
  await world.time.pass(20_000)
  await world.settled()
  assert.equal(arrivals, 9)
  assert.deepEqual(events(world), [])
})

test('a refused packet is set aside and reported; the next ones and other groups go on', async () => {
  const world = await start()
  const arrived: string[] = []
  const refused = new Set<string>()
  follow(world, ({ target, body }) => {
    arrived.push(target)
    return refused.has(new TextDecoder().decode(body)) ? problem(422, 'invalid-commit') : answer(201)
  })
  const one = await openRoom(world.at(a), 'alice', 'one')
  const two = await openRoom(world.at(a), 'alice', 'two')
  const bad = await commit(one.member)
  refused.add(JSON.stringify(commitBody(bad)))
  assert.equal((await one.room.put('epochs', commitBody(bad))).status, 201)
  await commitIn(two.room, two.member)
  await world.settled()
  assert.deepEqual(events(world), ['packet-refused'])
  const [entry] = world.at(a).log
  assert.deepEqual(entry, {
    event: 'packet-refused',
    peer: s,
    appId,
    groupId: Buffer.from('one').toString('base64url'),
  })
  await commitIn(one.room, bad.member)
  await world.settled()
  assert.deepEqual(events(world), ['packet-refused', 'in-step-again'])
  await world.time.pass(600_000)
  const ofOne = arrived.filter((target) => target.startsWith(one.room.path))
  assert.equal(ofOne.length, 2)
  assert.equal(arrived.filter((target) => target.startsWith(two.room.path)).length, 1)
})

test('a commit that adds a client of the peer is kept until the peer has taken it, and offered when it is heard from', async () => {
  const world = await start()
  let takes = false
  const arrived: string[] = []
  follow(world, ({ target }) => {
    arrived.push(target)
    return takes || target === groups ? answer(201) : problem(422, 'invalid-commit')
  })
  const { member, room } = await openRoom(world.at(a), 'alice')
  const carol = await packageOf(world.at(a), 'carol')
  await commitIn(room, member, [carol.message])
  await world.settled()
  await world.time.pass(3_600_000)
  assert.equal(arrived.length, 6)
  const call = () => world.call(s, a, { method: 'GET', target: `/apps/${appId}/clients?tag=t` })
  await call()
  await world.settled()
  assert.equal(arrived.length, 7)
  takes = true
  await call()
  await world.settled()
  assert.equal(arrived.length, 8)
  assert.equal(events(world).at(-1), 'in-step-again')
  await call()
  await world.time.pass(3_600_000)
  assert.equal(arrived.length, 8)
})

test('a peer that does not know the group is told everything from its creation on, once', async () => {
  const world = await start()
  const arrived: string[] = []
  let knows = false
  follow(world, ({ target }) => {
    arrived.push(target.replace(groups, ''))
    if (target === groups) knows = true
    return knows ? answer(201) : problem(409, 'unknown-group')
  })
  const { member, room } = await openRoom(world.at(a), 'alice')
  const second = await commitIn(room, member)
  await world.settled()
  const path = room.path.replace(groups, '')
  assert.deepEqual(arrived, ['', `${path}/epochs`])
  knows = false
  arrived.length = 0
  await commitIn(room, second)
  await world.settled()
  assert.deepEqual(arrived, [`${path}/epochs`, '', `${path}/epochs`, `${path}/epochs`])
  follow(world, ({ target }) => {
    arrived.push(target.replace(groups, ''))
    return problem(409, 'unknown-group')
  })
  arrived.length = 0
  await openRoom(world.at(a), 'alice', 'other')
  await world.settled()
  assert.deepEqual(arrived, ['', ''])
  assert.deepEqual(events(world), ['packet-refused'])
})

test('nothing of an application goes to a peer that has another configuration, until it has the same', async () => {
  const world = await start()
  const other = { ...basicConfiguration(edition), identity_configuration: { type: 1, parameters: { more: true } } }
  let shown: unknown = [other]
  const arrived: string[] = []
  world.play(s, ({ method, target }) => {
    if (target === '/apps') return answer(200, shown)
    arrived.push(`${method} ${target}`)
    return method === 'PUT' ? answer(201) : answer(200, { identities: [] })
  })
  const { room } = await openRoom(world.at(a), 'alice')
  const search = `/apps/${appId}/clients?tag=t&domain=${s}`
  for (const list of [[other], [], [null, 'x', { id: 7 }], [{ id: appId }], {}, 'x']) {
    shown = list
    const { status } = await world.at(a).send('GET', search)
    assert.equal(status, 502)
    await world.time.pass(5_000)
    await world.settled()
    assert.deepEqual(arrived, [])
  }
  assert.equal((await room.read('proposals')).status, 200)
  assert.deepEqual(events(world), ['configurations-differ'])
  const asked = await world.call(s, a, { method: 'GET', target: `/apps/${appId}/clients?tag=t` })
  shown = [other]
  const refused = await world.call(s, a, { method: 'GET', target: `/apps/${appId}/clients?tag=t` })
  assert.deepEqual(
    [asked.status, refused.status, refused.json['type']],
    [200, 502, 'urn:mimi:problem:configuration-mismatch'],
  )
  shown = [{ ...basicConfiguration(edition, appId.toUpperCase()), unknown: 1 }]
  await world.time.pass(5_000)
  await world.settled()
  assert.deepEqual(arrived, [`PUT ${groups}`])
  assert.equal((await world.at(a).send('GET', search)).status, 200)
})

test('the list of applications shows a peer those that federate with it, and its absence is trusted', async () => {
  const world = await start({ scripted: [b, s] })
  const list = async (domain: string) => (await world.call(domain, a, { method: 'GET', target: '/apps' })).json
  assert.deepEqual(await list(s), [basicConfiguration(edition)])
  assert.deepEqual(await list(b), [])
  for (const [method, target] of [
    ['GET', `/apps/${appId}/clients?tag=t`],
    ['PUT', groups],
    ['GET', `${groups}/AAAA/proposals`],
    ['PUT', `${groups}/AAAA/proposals`],
    ['PUT', `${groups}/AAAA/epochs`],
    ['GET', `${groups}/AAAA/group-info`],
  ] as const)
    assert.equal((await world.call(b, a, { method, target, json: {} })).status, 404)
  for (const status of [404, 405, 501, 401, 403]) {
    const fresh = await start()
    fresh.play(s, ({ target }) => (target === '/apps' ? answer(status) : answer(200, { identities: [] })))
    assert.equal((await fresh.at(a).send('GET', `/apps/${appId}/clients?tag=t&domain=${s}`)).status, 200)
    assert.deepEqual(events(fresh), ['peer-trusted'])
  }
})

test('a gateway that is closed sends nothing more', async () => {
  const world = await start()
  world.link(a, s, 'cut')
  const { room, member } = await openRoom(world.at(a), 'alice')
  await world.settled()
  await world.at(a).gateway.close()
  world.link(a, s, 'up')
  const before = world.passages.length
  await commitIn(room, member)
  await world.time.pass(600_000)
  await world.settled()
  assert.equal(world.passages.length, before)
})

test('an application that no longer federates with a peer sends it nothing more', async () => {
  const world = await start()
  const arrived: string[] = []
  follow(world, ({ target }) => {
    arrived.push(target)
    return answer(201)
  })
  world.link(a, s, 'cut')
  const { room, member } = await openRoom(world.at(a), 'alice')
  await world.settled()
  const json = { configuration: basicConfiguration(edition), applicationServers: ['app-server-1'], federatesWith: [] }
  assert.equal((await world.at(a).send('PUT', `/apps/${appId}`, { as: 'operator', json })).status, 200)
  world.link(a, s, 'up')
  await commitIn(room, member)
  await world.time.pass(600_000)
  await world.settled()
  assert.deepEqual(arrived, [])
})

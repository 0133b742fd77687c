// A follower that was away: it catches up, starts in the middle, and is not confused by what it has already; real members.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commit, describeMember, joinFromWelcome, type Member, propose, receive } from '../../mls/member.ts'
import { type Federation, type FederationOptions, startFederation } from '../federation.test.kit.ts'
import {
  base64,
  commitBody,
  createQueue,
  fetchPackage,
  fill,
  invitations,
  openRoom,
  packageOf,
  type Room,
  roomAt,
} from '../members.test.kit.ts'
import { appId, codeOf, handleText, register } from '../trial.test.kit.ts'

const [a, b, c] = ['a.example', 'b.example', 'c.example'] as const
const worlds = [
  ['2023-03-08', 'basic'],
  ['2023-03-17', 'x509'],
] as const
const day = 86_400_000

async function seen(room: Room): Promise<unknown> {
  return Promise.all(
    ['proposals', 'control-msgs?startEpochId=0', 'group-info'].map(async (what) => (await room.read(what)).json),
  )
}

/** Uploads commits of one member until the group is so many epochs further. */
async function commits(room: Room, member: Member, count: number): Promise<Member> {
  let last = member
  for (let round = 0; round < count; round++) {
    const made = await commit(last)
    assert.equal((await room.put('epochs', commitBody(made))).status, 201)
    last = made.member
  }
  return last
}

async function add(room: Room, member: Member, keyPackage: Uint8Array): Promise<Member> {
  const made = await commit(member, { proposals: [{ type: 'add', keyPackage }] })
  const answer = await room.put('epochs', commitBody(made))
  assert.equal(answer.status, 201, JSON.stringify(answer.json))
  return made.member
}

for (const [edition, mode] of worlds) {
  const start = (options: FederationOptions = {}) => startFederation(edition, [a, b, c], { mode, ...options })
  const open = async (world: Federation) => {
    const { member, room } = await openRoom(world.at(a), 'alice')
    await world.settled()
    return { member, atA: room, atB: roomAt(world.at(b), room.groupId), atC: roomAt(world.at(c), room.groupId) }
  }
  const quiet = (world: Federation) => {
    for (const domain of [a, b, c]) assert.deepEqual(world.at(domain).log, [])
  }
  /** Delivers a body that the ordering gateway has, out of turn. */
  const deliver = (world: Federation, room: Room, what: 'proposals' | 'epochs', json: object) =>
    world.call(a, b, { method: 'PUT', target: `${room.path}/${what}`, json })

  test(`${edition}: cut off for thirty commits, B catches up, and Carol joins by a welcome that was made meanwhile`, async () => {
    const world = await start()
    const { member, atA, atB, atC } = await open(world)
    const carolId = await register(world.at(b), handleText(edition, 'carol'))
    const queue = await createQueue(world.at(b), carolId)
    const own = await packageOf(world.at(b), 'carol')
    await fill(world.at(b), queue, [own])
    world.link(a, b, 'cut')
    let alice = await commits(atA, member, 12)
    alice = await add(atA, alice, own.message)
    alice = await commits(atA, alice, 17)
    await world.settled()
    assert.deepEqual(await invitations(world.at(b), 'carol'), [])
    assert.deepEqual(await seen(atC), await seen(atA))
    world.link(a, b, 'up')
    await world.time.pass(10_000)
    await world.settled()
    assert.deepEqual(await seen(atB), await seen(atA))
    assert.deepEqual((await fill(world.at(b), queue, [])).json, { keyPackagesInPool: 0 })
    const [invitation] = await invitations(world.at(b), 'carol')
    assert.ok(invitation)
    let carol = await joinFromWelcome({ own, ...invitation })
    for (const message of await atB.messages('control-msgs?startEpochId=14'))
      carol = (await receive(carol, message)).member
    assert.deepEqual(describeMember(carol).epochAuthenticator, describeMember(alice).epochAuthenticator)
    const mine = await commit(carol)
    assert.equal((await atB.put('epochs', commitBody(mine))).status, 201)
    quiet(world)
  })

  test(`${edition}: where packets are lost for good, the next one shows the gap, and everything missed is read`, async () => {
    const world = await start()
    const { member, atA, atB } = await open(world)
    const carolId = await register(world.at(b), handleText(edition, 'carol'))
    const queue = await createQueue(world.at(b), carolId)
    const [own, spare] = [await packageOf(world.at(b), 'carol'), await packageOf(world.at(b), 'carol')]
    await fill(world.at(b), queue, [own, spare])
    // Another gateway swallows what is sent: the ordering gateway believes it delivered.
    world.play(b, (request) =>
      request.method === 'PUT' ? { status: 201, headers: [], body: new Uint8Array() } : undefined,
    )
    const proposed = await propose(member, { type: 'add', keyPackage: own.message })
    await atA.put('proposals', { packet: base64(proposed.packet) })
    const adding = await commit(proposed.member)
    assert.equal((await atA.put('epochs', commitBody(adding))).status, 201)
    let alice = await commits(atA, adding.member, 3)
    const waiting = await propose(alice, { type: 'update' })
    await atA.put('proposals', { packet: base64(waiting.packet) })
    await world.settled()
    world.play(b, undefined)
    const before = world.passages.length
    const last = await propose(waiting.member, { type: 'update' })
    assert.equal((await atA.put('proposals', { packet: base64(last.packet) })).status, 201)
    await world.settled()
    assert.deepEqual(await seen(atB), await seen(atA))
    assert.equal((await invitations(world.at(b), 'carol')).length, 1)
    assert.deepEqual((await fill(world.at(b), queue, [])).json, { keyPackagesInPool: 1 })
    assert.ok(
      world.passages
        .slice(before)
        .some(({ from, request }) => from === b && /control-msgs\?startEpochId=0$/.test(request.target)),
    )
    alice = last.member
    await commits(atA, alice, 1)
    await world.settled()
    assert.deepEqual(await seen(atB), await seen(atA))
    quiet(world)
  })

  test(`${edition}: a proposal that went missing is noticed by the commit that refers to it`, async () => {
    const world = await start()
    const { member, atA, atB } = await open(world)
    world.play(b, ({ method }) => (method === 'PUT' ? { status: 201, headers: [], body: new Uint8Array() } : undefined))
    const dave = await packageOf(world.at(a), 'dave')
    const proposed = await propose(member, { type: 'add', keyPackage: dave.message })
    await atA.put('proposals', { packet: base64(proposed.packet) })
    await world.settled()
    world.play(b, undefined)
    assert.equal((await atA.put('epochs', commitBody(await commit(proposed.member)))).status, 201)
    await world.settled()
    assert.deepEqual(await seen(atB), await seen(atA))
    quiet(world)
  })

  test(`${edition}: what is caught up is not held against today's clock`, async () => {
    const world = await start()
    const { member, atA, atB } = await open(world)
    await register(world.at(b), handleText(edition, 'carol'))
    const own = await packageOf(world.at(b), 'carol', { expiresIn: 60n })
    world.play(b, ({ method }) => (method === 'PUT' ? { status: 201, headers: [], body: new Uint8Array() } : undefined))
    const alice = await add(atA, member, own.message)
    await world.settled()
    world.play(b, undefined)
    await world.time.pass(30 * day)
    await commits(atA, alice, 1)
    await world.settled()
    assert.deepEqual(await seen(atB), await seen(atA))
    assert.equal((await invitations(world.at(b), 'carol')).length, 1)
    quiet(world)
  })

  test(`${edition}: a packet that expired on its way is refused, and the next one brings the group into step again`, async () => {
    const world = await start()
    const { member, atA, atB } = await open(world)
    await register(world.at(b), handleText(edition, 'carol'))
    world.link(a, b, 'cut')
    const own = await packageOf(world.at(b), 'carol', { expiresIn: 60n })
    const alice = await add(atA, member, own.message)
    await world.time.pass(100_000)
    world.link(a, b, 'up')
    await world.time.pass(2_000)
    await world.settled()
    assert.deepEqual(
      world.at(a).log.map(({ event }) => event),
      ['packet-refused'],
    )
    await commits(atA, alice, 1)
    await world.settled()
    assert.deepEqual(
      world.at(a).log.map(({ event }) => event),
      ['packet-refused', 'in-step-again'],
    )
    assert.deepEqual(await seen(atB), await seen(atA))
    assert.equal((await invitations(world.at(b), 'carol')).length, 1)
  })

  test(`${edition}: the same packets again, in any order, change nothing`, async () => {
    const world = await start()
    const { member, atA, atB } = await open(world)
    await register(world.at(b), handleText(edition, 'carol'))
    const own = await packageOf(world.at(b), 'carol')
    const proposed = await propose(member, { type: 'update' })
    await atA.put('proposals', { packet: base64(proposed.packet) })
    const adding = await commit(member, { proposals: [{ type: 'add', keyPackage: own.message }] })
    assert.equal((await atA.put('epochs', commitBody(adding))).status, 201)
    const next = await commit(adding.member)
    await atA.put('epochs', commitBody(next))
    await world.settled()
    const before = await seen(atB)
    const again = [
      await deliver(world, atB, 'epochs', commitBody(adding)),
      await deliver(world, atB, 'proposals', { packet: base64(proposed.packet) }),
      await deliver(world, atB, 'epochs', commitBody(next)),
    ]
    assert.deepEqual(
      again.map(({ status }) => status),
      [200, 200, 200],
    )
    const fork = await deliver(world, atB, 'epochs', commitBody(await commit(adding.member)))
    assert.equal(codeOf(fork), 'wrong-epoch')
    assert.deepEqual(await seen(atB), before)
    assert.equal((await invitations(world.at(b), 'carol')).length, 1)
  })

  test(`${edition}: a gateway that comes late starts from the group info, with welcomes for its clients and no used key package`, async () => {
    const world = await start({ federatesWith: { [a]: [] } })
    const { member, atA, atB } = await open(world)
    const carolId = await register(world.at(b), handleText(edition, 'carol'))
    const queue = await createQueue(world.at(b), carolId)
    const [own, spare] = [
      await packageOf(world.at(b), 'carol', { expiresIn: 3600n }),
      await packageOf(world.at(b), 'carol'),
    ]
    await fill(world.at(b), queue, [own, spare])
    await fetchPackage(world.at(b), carolId, 'alice')
    const federate = async (federatesWith: string[]) => {
      const configuration = (await world.at(a).send('GET', '/apps')).json as unknown as object[]
      const json = { configuration: configuration[0], applicationServers: ['app-server-1'], federatesWith }
      assert.equal((await world.at(a).send('PUT', `/apps/${appId}`, { as: 'operator', json })).status, 200)
    }
    await federate([c])
    const alice = await commits(atA, member, 2)
    await federate([b, c])
    assert.equal((await atB.read('proposals')).status, 404)
    world.link(a, b, 'cut')
    const proposing = await propose(alice, { type: 'add', keyPackage: own.message })
    await atA.put('proposals', { packet: base64(proposing.packet) })
    const adding = await commit(proposing.member)
    assert.equal((await atA.put('epochs', commitBody(adding))).status, 201)
    world.link(a, b, 'up')
    await world.time.pass(5_000)
    await world.settled()
    assert.deepEqual(await seen(atB), await seen(atA))
    const [invitation, ...more] = await invitations(world.at(b), 'carol')
    assert.ok(invitation)
    assert.equal(more.length, 0)
    assert.deepEqual((await fill(world.at(b), queue, [])).json, { keyPackagesInPool: 1 })
    const carol = await joinFromWelcome({ own, ...invitation })
    assert.equal((await atB.put('epochs', commitBody(await commit(carol)))).status, 201)
    await world.settled()
    assert.deepEqual(await seen(atB), await seen(atA))
    quiet(world)
  })

  test(`${edition}: where there is no group info to start from, everything is sent from the creation on`, async () => {
    const world = await start({ federatesWith: { [a]: [] } })
    const { member, atA, atB } = await open(world)
    const first = await commit(member)
    assert.equal((await atA.put('epochs', { commitPacket: base64(first.commitPacket) })).status, 201)
    const configuration = (await world.at(a).send('GET', '/apps')).json as unknown as object[]
    const json = { configuration: configuration[0], applicationServers: ['app-server-1'], federatesWith: [b] }
    await world.at(a).send('PUT', `/apps/${appId}`, { as: 'operator', json })
    const second = await commit(first.member)
    assert.equal((await atA.put('epochs', { commitPacket: base64(second.commitPacket) })).status, 201)
    await world.settled()
    assert.deepEqual(await seen(atB), await seen(atA))
    assert.equal((await atB.messages('control-msgs?startEpochId=0')).length, 2)
    quiet(world)
  })
}

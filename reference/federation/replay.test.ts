// Packets that come again: from whoever sent them, from somebody else, in another group and in another application.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commit, exportGroup, joinFromWelcome, propose } from '../../mls/member.ts'
import { type Federation, startFederation } from '../federation.test.kit.ts'
import {
  base64,
  commitBody,
  createQueue,
  fill,
  invitations,
  openRoom,
  packageOf,
  type Room,
  roomAt,
} from '../members.test.kit.ts'
import { appId, codeOf, handleText, otherAppId, type Received, register, startTrial } from '../trial.test.kit.ts'

const [a, b, c] = ['a.example', 'b.example', 'c.example'] as const
const worlds = [
  ['2023-03-08', 'basic'],
  ['2023-03-17', 'x509'],
] as const

async function everywhere(world: Federation, groupId: Uint8Array): Promise<unknown> {
  const read = (room: Room) =>
    Promise.all(
      ['proposals', 'control-msgs?startEpochId=0', 'group-info'].map(async (what) => (await room.read(what)).json),
    )
  return Promise.all([a, b, c].map((domain) => read(roomAt(world.at(domain), groupId))))
}

const told = ({ status, bytes }: Received) => [status, bytes.length]

for (const [edition, mode] of worlds) {
  test(`${edition}: what came already changes nothing and tells nothing, whoever sends it again`, async () => {
    const world = await startFederation(edition, [a, b, c], { mode })
    const { member, room } = await openRoom(world.at(a), 'alice')
    await register(world.at(b), handleText(edition, 'carol'))
    const own = await packageOf(world.at(b), 'carol')
    const adding = await commit(member, { proposals: [{ type: 'add', keyPackage: own.message }] })
    assert.equal((await room.put('epochs', commitBody(adding))).status, 201)
    await world.settled()
    const [invitation] = await invitations(world.at(b), 'carol')
    assert.ok(invitation)
    const carol = await joinFromWelcome({ own, ...invitation })
    const atB = roomAt(world.at(b), room.groupId)
    const update = await propose(carol, { type: 'update' })
    const proposal = { packet: base64(update.packet) }
    const mine = commitBody(await commit(carol))
    assert.equal((await atB.put('proposals', proposal)).status, 201)
    await world.settled()
    const put = (from: string, to: string, what: string, json: object) =>
      world.call(from, to, { method: 'PUT', target: `${room.path}/${what}`, json })

    const waiting = await everywhere(world, room.groupId)
    for (const from of [b, c]) assert.deepEqual(told(await put(from, a, 'proposals', proposal)), [200, 0])
    assert.equal(codeOf(await put(c, b, 'proposals', proposal)), 'forbidden')
    assert.deepEqual(told(await put(a, b, 'proposals', proposal)), [200, 0])
    assert.deepEqual(await everywhere(world, room.groupId), waiting)

    assert.equal((await atB.put('epochs', mine)).status, 201)
    await world.settled()
    const after = await everywhere(world, room.groupId)
    world.passages.length = 0
    for (const from of [b, c]) assert.deepEqual(told(await put(from, a, 'epochs', mine)), [200, 0])
    for (const from of [b, c]) assert.equal(codeOf(await put(from, a, 'proposals', proposal)), 'wrong-epoch')
    assert.deepEqual(told(await put(a, b, 'proposals', proposal)), [200, 0])
    assert.equal(codeOf(await put(c, b, 'epochs', mine)), 'forbidden')
    const creation = await exportGroup(member)
    const create = { groupInfo: base64(creation.groupInfo), ratchetTree: base64(creation.ratchetTree) }
    const created = (from: string, to: string) =>
      world.call(from, to, { method: 'PUT', target: `/apps/${appId}/groups`, json: create })
    assert.deepEqual(told(await created(a, b)), [200, 0])
    for (const [from, to] of [
      [b, a],
      [c, b],
    ] as const)
      assert.ok([409, 422].includes((await created(from, to)).status))
    await world.settled()
    assert.deepEqual(await everywhere(world, room.groupId), after)
    assert.deepEqual(world.sent(a, b), [])
    assert.deepEqual(world.sent(a, c), [])
  })

  test(`${edition}: the same receiver at two gateways is two, and what one was given the other is not`, async () => {
    const world = await startFederation(edition, [a, b, c], { mode })
    const carol = await register(world.at(b), handleText(edition, 'carol'))
    const packages = [await packageOf(world.at(b), 'carol'), await packageOf(world.at(b), 'carol')]
    await fill(world.at(b), await createQueue(world.at(b), carol), packages)
    const target = `/apps/${appId}/clients/${carol}/keyPackage?protocolVersion=1&cipherSuite=1&receiver_client_id=r`
    const ask = async (from: string) => (await world.call(from, b, { method: 'GET', target })).json['keyPackage']
    const [forA, forC] = [await ask(a), await ask(c)]
    assert.notEqual(forA, forC)
    assert.deepEqual([await ask(a), await ask(c)], [forA, forC])
    assert.equal(codeOf(await world.at(b).send('GET', `${target}&domain=${b}`)), 'key-packages-exhausted')
  })

  test(`${edition}: a packet of one group is none of another, nor of its namesake in another application`, async () => {
    const trial = await startTrial(edition)
    const { member, room } = await openRoom(trial, 'alice', 'one')
    const { room: other } = await openRoom(trial, 'alice', 'other')
    const namesake = await openRoom(
      {
        ...trial,
        send: (method, target, options) =>
          trial.send(method, target.replace(appId, otherAppId), { as: 'server2', ...options }),
      },
      'alice',
      'one',
    )
    const packet = base64((await propose(member, { type: 'update' })).packet)
    const made = commitBody(await commit(member))
    for (const [where, code] of [
      [other, 'group-mismatch'],
      [namesake.room, /^invalid-(proposal|commit)$/],
    ] as const) {
      for (const answer of [await where.put('proposals', { packet }), await where.put('epochs', made)])
        assert.match(codeOf(answer), new RegExp(code))
      assert.deepEqual(await where.messages('proposals'), [])
    }
    assert.equal((await room.put('epochs', made)).status, 201)
  })
}

// The draft's own flow across two domains, with real MLS members, in process.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commit, describeMember, joinFromWelcome, type Member, propose, protect, receive } from '../mls/member.ts'
import { type Mode, startFederation } from './federation.test.kit.ts'
import {
  base64,
  commitBody,
  createQueue,
  fill,
  invitations,
  openRoom,
  packageOf,
  roomAt,
  utf8,
} from './members.test.kit.ts'
import { appId, handleText, register } from './trial.test.kit.ts'

const [a, b] = ['a.example', 'b.example'] as const
const worlds = [
  ['2023-03-08', 'basic'],
  ['2023-03-08', 'x509'],
  ['2023-03-17', 'x509'],
] as const satisfies [string, Mode][]

for (const [edition, mode] of worlds)
  test(`${edition}, ${mode}: Alice finds Carol at B, adds her; Carol joins through B, proposes, commits, is removed`, async () => {
    const world = await startFederation(edition, [a, b], { mode })
    const [atA, atB] = [world.at(a), world.at(b)]
    const carolId = await register(atB, handleText(edition, 'carol'), ['team'])
    const queue = await createQueue(atB, carolId)
    const carolOwn = await packageOf(atB, 'carol')
    await fill(atB, queue, [carolOwn, await packageOf(atB, 'carol')])

    const found = await atA.send('GET', `/apps/${appId}/clients?tag=team&domain=B.example`)
    assert.equal(found.status, 200)
    assert.deepEqual(found.json, (await atB.send('GET', `/apps/${appId}/clients?tag=team&domain=${b}`)).json)
    const query = `protocolVersion=1&cipherSuite=1&receiver_client_id=alice&domain=${b}`
    const fetched = await atA.send('GET', `/apps/${appId}/clients/${carolId}/keyPackage?${query}`)
    assert.equal(fetched.json['keyPackage'], base64(carolOwn.message))

    const opened = await openRoom(atA, 'alice')
    const [roomA, roomB] = [opened.room, roomAt(atB, opened.room.groupId)]
    const adding = await commit(opened.member, { proposals: [{ type: 'add', keyPackage: carolOwn.message }] })
    assert.equal((await roomA.put('epochs', commitBody(adding))).status, 201)
    let alice = adding.member
    await world.settled()
    assert.deepEqual((await fill(atB, queue, [])).json, { keyPackagesInPool: 1 })
    const [invitation] = await invitations(atB, 'carol')
    assert.ok(invitation)
    let carol = await joinFromWelcome({ own: carolOwn, ...invitation })
    const hello = await protect(alice, utf8('hello'))
    alice = hello.member
    const heard = await receive(carol, hello.message)
    assert.deepEqual(heard.application, utf8('hello'))
    carol = heard.member

    const update = await propose(carol, { type: 'update' })
    assert.equal((await roomB.put('proposals', { packet: base64(update.packet) })).status, 201)
    assert.deepEqual(await roomA.messages('proposals'), [update.packet])
    carol = update.member
    alice = (await receive(alice, update.packet)).member
    const own = await commit(carol, { proposals: [] })
    assert.equal((await roomB.put('epochs', commitBody(own))).status, 201)
    carol = own.member
    alice = (await receive(alice, own.commitPacket)).member
    await world.settled()
    assert.deepEqual(
      await roomA.messages('control-msgs?startEpochId=0'),
      await roomB.messages('control-msgs?startEpochId=0'),
    )
    assert.deepEqual((await roomA.read('group-info')).json, (await roomB.read('group-info')).json)
    agree(alice, carol)

    const leaf = describeMember(carol).leafIndex
    const removing = await commit(alice, { proposals: [{ type: 'remove', leafIndex: leaf }] })
    assert.equal((await roomA.put('epochs', commitBody(removing))).status, 201)
    await world.settled()
    assert.deepEqual(await roomB.messages('control-msgs?startEpochId=3'), [removing.commitPacket])
    const groups = `/apps/${appId}/groups`
    const path = roomA.path
    assert.deepEqual(world.sent(a, b), [
      `GET /apps/${appId}/clients?tag=team&domain=B.example`,
      `GET /apps/${appId}/clients/${carolId}/keyPackage?${query}`,
      `PUT ${groups}`,
      `PUT ${path}/epochs`,
      `PUT ${path}/epochs`,
    ])
    assert.deepEqual(world.sent(b, a), [`PUT ${path}/proposals`, `PUT ${path}/epochs`])
    for (const { log } of [atA, atB]) assert.deepEqual(log, [])
  })

function agree(...members: readonly Member[]): void {
  const [first, ...others] = members.map(({ ...member }) => {
    const { epoch, treeHash, confirmedTranscriptHash, epochAuthenticator } = describeMember(member)
    return { epoch, treeHash, confirmedTranscriptHash, epochAuthenticator }
  })
  for (const other of others) assert.deepEqual(other, first)
}

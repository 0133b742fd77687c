// The whole flow of one domain with real MLS members, in process, in both editions.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  commit,
  describeMember,
  joinExternally,
  joinFromWelcome,
  type Member,
  propose,
  protect,
  receive,
} from '../mls/member.ts'
import { editionIds } from '../spec/edition.ts'
import {
  base64,
  commitBody,
  createQueue,
  fetchPackage,
  fill,
  invitations,
  octets,
  openRoom,
  packageOf,
  utf8,
} from './members.test.kit.ts'
import { appId, codeOf, handleText, register, startTrial } from './trial.test.kit.ts'

function agree(...members: readonly Member[]): void {
  const [first, ...others] = members.map((member) => {
    const { epoch, treeHash, confirmedTranscriptHash, epochAuthenticator } = describeMember(member)
    return { epoch, treeHash, confirmedTranscriptHash, epochAuthenticator }
  })
  for (const other of others) assert.deepEqual(other, first)
}

for (const edition of editionIds)
  test(`${edition}: register, queue, fetch, create, add, join, talk, propose, update, remove, join from outside, race`, async () => {
    const trial = await startTrial(edition)
    await register(trial, handleText(edition, 'alice'))
    const bobId = await register(trial, handleText(edition, 'bob'), ['team'])
    const queue = await createQueue(trial, bobId)
    const bobPackages = [await packageOf(trial, 'bob'), await packageOf(trial, 'bob', { expiresIn: 7200n })]
    assert.deepEqual((await fill(trial, queue, bobPackages)).json, { keyPackagesInPool: 2 })

    const fetched = await fetchPackage(trial, bobId, 'alice')
    assert.equal(fetched.json['isFinalKey'], false)
    assert.equal(fetched.headers.get('cache-control'), 'no-store')
    assert.deepEqual((await fetchPackage(trial, bobId, 'alice')).json, fetched.json)
    const bobOwn = bobPackages.find(({ message }) => base64(message) === fetched.json['keyPackage'])
    assert.ok(bobOwn)
    assert.equal(bobOwn, bobPackages[1], 'the soonest to expire comes first')

    const opened = await openRoom(trial, 'alice')
    const { room } = opened
    let alice = opened.member
    const adding = await commit(alice, { proposals: [{ type: 'add', keyPackage: bobOwn.message }] })
    assert.equal((await room.put('epochs', commitBody(adding))).status, 201)
    alice = adding.member
    assert.deepEqual((await fill(trial, queue, [])).json, { keyPackagesInPool: 1 })
    assert.notDeepEqual((await fetchPackage(trial, bobId, 'alice')).json, fetched.json)
    assert.equal(codeOf(await fill(trial, queue, [bobOwn])), 'duplicate-key-package')

    const [invitation, ...more] = await invitations(trial, 'bob')
    assert.ok(invitation)
    assert.equal(more.length, 0)
    let bob = await joinFromWelcome({ own: bobOwn, ...invitation })
    agree(alice, bob)
    const hello = await protect(alice, utf8('hello'))
    alice = hello.member
    const heard = await receive(bob, hello.message)
    assert.deepEqual(heard.application, utf8('hello'))
    bob = heard.member

    const update = await propose(bob, { type: 'update' })
    bob = update.member
    assert.equal((await room.put('proposals', { packet: base64(update.packet) })).status, 201)
    assert.equal((await room.put('proposals', { packet: base64(update.packet) })).status, 200)
    assert.deepEqual(await room.messages('proposals'), [update.packet])
    alice = (await receive(alice, update.packet)).member
    const updating = await commit(alice)
    assert.equal((await room.put('epochs', commitBody(updating))).status, 201)
    assert.equal((await room.put('epochs', commitBody(updating))).status, 200)
    alice = updating.member
    assert.deepEqual(await room.messages('proposals'), [])
    const log = await room.messages('control-msgs?startEpochId=2')
    assert.deepEqual(log, [update.packet, updating.commitPacket])
    for (const message of log.slice(1)) bob = (await receive(bob, message)).member
    agree(alice, bob)
    assert.deepEqual(await room.messages('control-msgs?startEpochId=0&endEpochId=1'), [adding.commitPacket])
    assert.deepEqual(await invitations(trial, 'bob'), [invitation])

    const { json } = await room.read('group-info')
    const [entry] = json['groupInfos'] as { groupInfo: string; ratchetTree: string }[]
    const outside = { groupInfo: octets(entry?.groupInfo), ratchetTree: octets(entry?.ratchetTree) }
    const joining = await joinExternally({ own: await packageOf(trial, 'carol'), ...outside })
    assert.equal((await room.put('epochs', commitBody(joining))).status, 201)
    alice = (await receive(alice, joining.commitPacket)).member
    bob = (await receive(bob, joining.commitPacket)).member
    agree(alice, bob, joining.member)

    const racers = [await commit(alice), await commit(bob), await commit(joining.member)]
    const answers = await Promise.all(racers.map((racer) => room.put('epochs', commitBody(racer))))
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [201, 409, 409])
    const winner = racers[answers.findIndex(({ status }) => status === 201)]
    assert.ok(winner)
    assert.deepEqual(await room.messages('control-msgs?startEpochId=4'), [winner.commitPacket])
    for (const { status, json: problem } of answers)
      if (status === 409) assert.equal(problem['currentEpoch'], Number(describeMember(winner.member).epoch))

    const remover = winner === racers[0] ? winner.member : (await receive(alice, winner.commitPacket)).member
    const { members } = describeMember(remover)
    const bobLeaf = members.find(({ identity }) => Buffer.from(identity).toString() === 'bob')
    assert.ok(bobLeaf)
    const removing = await commit(remover, { proposals: [{ type: 'remove', leafIndex: bobLeaf.leafIndex }] })
    assert.equal((await room.put('epochs', { commitPacket: base64(removing.commitPacket) })).status, 201)
    assert.deepEqual((await room.read('group-info')).json, { groupInfos: [] })
    const late = await commit(winner === racers[1] ? winner.member : (await receive(bob, winner.commitPacket)).member)
    assert.equal((await room.put('epochs', commitBody(late))).status, 409)
    assert.equal((await trial.send('GET', `/apps/${appId}/clients/nobody/welcome-msgs`)).status, 404)
    assert.deepEqual(trial.log, [])
  })

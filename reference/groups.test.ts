// What the gateway refuses about groups, and that a refusal leaves everything as it was; with real MLS members.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commit, createGroup, exportGroup, joinFromWelcome, propose, protect } from '../mls/member.ts'
import { editionIds } from '../spec/edition.ts'
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
  uploadGroup,
  utf8,
} from './members.test.kit.ts'
import type { Parts } from './parts.ts'
import { appId, codeOf, handleText, otherAppId, register, startTrial, type Trial } from './trial.test.kit.ts'

/** Everything about a group that can be read. */
async function snapshot(room: Room): Promise<unknown> {
  const answers = await Promise.all(['proposals', 'control-msgs?startEpochId=0', 'group-info'].map(room.read))
  return answers.map(({ json }) => json)
}

async function twoMembers(trial: Trial) {
  const opened = await openRoom(trial, 'alice')
  const own = await packageOf(trial, 'bob')
  const adding = await commit(opened.member, { proposals: [{ type: 'add', keyPackage: own.message }] })
  assert.equal((await opened.room.put('epochs', commitBody(adding))).status, 201)
  const bob = await joinFromWelcome({
    own,
    welcome: adding.welcomePacket ?? own.message,
    ratchetTree: adding.ratchetTree,
  })
  return { room: opened.room, before: opened.member, alice: adding.member, bob, adding, bobOwn: own }
}

for (const edition of editionIds) {
  test(`${edition}: a group begins once, at epoch 0, with one member and the tree its info speaks of`, async () => {
    const trial = await startTrial(edition)
    const { member, room } = await openRoom(trial, 'alice')
    const group = await exportGroup(member)
    const before = await snapshot(room)
    assert.equal(codeOf(await uploadGroup(trial, group)), 'group-exists')
    const other = await exportGroup(
      await createGroup({ groupId: utf8('other'), own: await packageOf(trial, 'mallory') }),
    )
    assert.equal(codeOf(await uploadGroup(trial, { ...other, ratchetTree: group.ratchetTree })), 'invalid-group-info')
    assert.equal(codeOf(await uploadGroup(trial, { ...other, groupInfo: utf8('x') })), 'invalid-group-info')
    assert.equal(codeOf(await uploadGroup(trial, { ...other, ratchetTree: utf8('x') })), 'invalid-group-info')
    const grown = await createGroup({ groupId: utf8('grown'), own: await packageOf(trial, 'alice') })
    const own = await packageOf(trial, 'bob')
    const adding = await commit(grown, { proposals: [{ type: 'add', keyPackage: own.message }] })
    assert.equal(codeOf(await uploadGroup(trial, adding)), 'invalid-group-info')
    const alone = await commit(grown)
    assert.equal(codeOf(await uploadGroup(trial, alone)), 'invalid-group-info')
    assert.deepEqual(await snapshot(room), before)
    assert.equal((await roomAt(trial, utf8('grown')).read('proposals')).status, 404)
  })

  test(`${edition}: the same group id in another application is another group; of many creations one wins`, async () => {
    const trial = await startTrial(edition)
    const group = await exportGroup(await createGroup({ groupId: utf8('room'), own: await packageOf(trial, 'alice') }))
    const answers = await Promise.all(Array.from({ length: 4 }, () => uploadGroup(trial, group)))
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [201, 409, 409, 409])
    const location = `/apps/${appId}/groups/${Buffer.from('room').toString('base64url')}`
    assert.equal(answers.find(({ status }) => status === 201)?.headers.get('location'), location)
    const elsewhere = location.replace(appId, otherAppId)
    assert.equal((await trial.send('GET', `${elsewhere}/proposals`, { as: 'server2' })).status, 404)
    const json = { groupInfo: base64(group.groupInfo), ratchetTree: base64(group.ratchetTree) }
    assert.equal((await trial.send('PUT', `/apps/${otherAppId}/groups`, { as: 'server2', json })).status, 201)
    assert.equal((await trial.send('GET', `${location}==/proposals`)).status, 400)
  })

  test(`${edition}: a new group can be joined from outside only where its info says how`, async () => {
    const trial = await startTrial(edition)
    for (const externalPub of [true, false]) {
      const groupId = utf8(`room ${externalPub}`)
      const member = await createGroup({ groupId, own: await packageOf(trial, 'alice') })
      const group = await exportGroup(member, { externalPub })
      await uploadGroup(trial, group)
      const entry = { groupInfo: base64(group.groupInfo), ratchetTree: base64(group.ratchetTree) }
      const { json } = await roomAt(trial, groupId).read('group-info')
      assert.deepEqual(json, { groupInfos: externalPub ? [entry] : [] })
    }
  })

  test(`${edition}: proposals that are stale, foreign, private or none are refused and change nothing`, async () => {
    const trial = await startTrial(edition)
    const { room, before, alice, adding } = await twoMembers(trial)
    const stale = await propose(before, { type: 'update' })
    const { member: stranger } = await openRoom(trial, 'mallory', 'elsewhere')
    const foreign = await propose(stranger, { type: 'update' })
    const secret = await protect(alice, utf8('hello'))
    const good = await propose(alice, { type: 'update' })
    const broken = good.packet.slice()
    broken[broken.length - 40] = (broken[broken.length - 40] ?? 0) ^ 1
    const state = await snapshot(room)
    const answer = await room.put('proposals', { packet: base64(stale.packet) })
    assert.equal(answer.status, 409)
    assert.equal(codeOf(answer), 'wrong-epoch')
    assert.equal(answer.json['currentEpoch'], 1)
    for (const [packet, code] of [
      [foreign.packet, 'group-mismatch'],
      [secret.message, 'unsupported-message'],
      [(await commit(alice)).commitPacket, 'unsupported-message'],
      [adding.welcomePacket ?? utf8(''), 'unsupported-message'],
      [utf8('no message'), 'invalid-proposal'],
      [Uint8Array.from([...good.packet, 0]), 'invalid-proposal'],
    ] as const)
      assert.equal(codeOf(await room.put('proposals', { packet: base64(packet) })), code)
    assert.equal((await room.put('proposals', { packet: base64(broken) })).status, 422)
    assert.deepEqual(await snapshot(room), state)
    assert.equal((await room.put('proposals', { packet: base64(good.packet) })).status, 201)
    assert.equal((await roomAt(trial, utf8('nowhere')).put('proposals', { packet: base64(good.packet) })).status, 404)
    assert.deepEqual(trial.log, [])
  })

  test(`${edition}: a refused commit changes nothing: neither group, nor invitations, nor queue`, async () => {
    const trial = await startTrial(edition)
    const carol = await register(trial, handleText(edition, 'carol'))
    const queue = await createQueue(trial, carol)
    const own = await packageOf(trial, 'carol')
    await fill(trial, queue, [own])
    await fetchPackage(trial, carol, 'alice')
    const { room, before, alice, bob, adding } = await twoMembers(trial)
    const good = await commit(alice, { proposals: [{ type: 'add', keyPackage: own.message }] })
    const body = commitBody(good)
    const again = await packageOf(trial, 'bob')
    const empty = await commit(bob)
    const unseen = await propose(bob, { type: 'update' })
    const secondBob = await commit(alice, { proposals: [{ type: 'add', keyPackage: again.message }] }).catch(
      () => undefined,
    )
    const state = await snapshot(room)
    const refusals: [object, string][] = [
      [{ ...body, welcomePacket: undefined }, 'invalid-welcome'],
      [{ ...body, welcomePacket: base64(adding.welcomePacket ?? utf8('')) }, 'invalid-welcome'],
      [{ ...body, welcomePacket: base64(good.groupInfo) }, 'invalid-welcome'],
      [{ ...body, groupInfo: base64(adding.groupInfo) }, 'invalid-group-info'],
      [{ ...body, groupInfo: base64(empty.groupInfo) }, 'invalid-group-info'],
      [{ ...commitBody(empty), welcomePacket: base64(good.welcomePacket ?? utf8('')) }, 'invalid-welcome'],
      [{ commitPacket: base64(unseen.packet) }, 'unsupported-message'],
      [{ commitPacket: base64((await protect(alice, utf8('x'))).message) }, 'unsupported-message'],
      [{ commitPacket: base64(utf8('x')) }, 'invalid-commit'],
      [commitBody(await commit(before)), 'wrong-epoch'],
      ...(secondBob === undefined ? [] : [[commitBody(secondBob), 'invalid-commit'] as [object, string]]),
    ]
    for (const [json, code] of refusals) {
      assert.equal(codeOf(await room.put('epochs', json)), code)
      assert.deepEqual(await snapshot(room), state)
      assert.deepEqual(await invitations(trial, 'carol'), [])
      assert.deepEqual((await fill(trial, queue, [])).json, { keyPackagesInPool: 1 })
    }
    assert.equal((await room.put('epochs', body)).status, 201)
    assert.equal((await invitations(trial, 'carol')).length, 1)
    assert.deepEqual((await fill(trial, queue, [])).json, { keyPackagesInPool: 0 })
    assert.deepEqual(trial.log, [])
  })

  test(`${edition}: a key package serves one group; a final key may serve several`, async () => {
    const trial = await startTrial(edition)
    const carol = await register(trial, handleText(edition, 'carol'))
    const queue = await createQueue(trial, carol)
    const [plain, final] = [await packageOf(trial, 'carol'), await packageOf(trial, 'carol')]
    await fill(trial, queue, [plain], { finalKey: base64(final.message) })
    const add = async (room: string, keyPackage: Uint8Array) => {
      const opened = await openRoom(trial, 'alice', room)
      const made = await commit(opened.member, { proposals: [{ type: 'add', keyPackage }] })
      return opened.room.put('epochs', commitBody(made))
    }
    assert.equal((await add('1', plain.message)).status, 201)
    assert.equal(codeOf(await add('2', plain.message)), 'invalid-key-package')
    assert.equal((await add('3', final.message)).status, 201)
    assert.equal((await add('4', final.message)).status, 201)
    assert.equal((await fetchPackage(trial, carol, 'r')).json['isFinalKey'], true)
  })

  test(`${edition}: everybody whom a commit adds finds its welcome`, async () => {
    const trial = await startTrial(edition)
    const names = ['bob', 'carol', 'dave']
    for (const name of names) await register(trial, handleText(edition, name))
    const { member, room } = await openRoom(trial, 'alice')
    const packages = await Promise.all(names.map((name) => packageOf(trial, name)))
    const proposals = packages.map(({ message }) => ({ type: 'add' as const, keyPackage: message }))
    const made = await commit(member, { proposals })
    assert.equal((await room.put('epochs', commitBody(made))).status, 201)
    const { welcomePacket: welcome, ratchetTree } = made
    for (const name of names) assert.deepEqual(await invitations(trial, name), [{ welcome, ratchetTree }])
    assert.deepEqual(await invitations(trial, 'bob'), await invitations(trial, 'dave'))
  })

  test(`${edition}: the group info of a commit that takes long does not come after that of the next one`, async () => {
    let open: () => void = () => undefined
    const gate = new Promise<void>((resolve) => {
      open = resolve
    })
    const slowly = (parts: Parts): Parts => ({
      ...parts,
      relaying: {
        ...parts.relaying,
        async settle(whole, upload) {
          if (upload.group.state.epoch === 0n) await gate
          return parts.relaying.settle.call(this, whole, upload)
        },
      },
    })
    const trial = await startTrial(edition, { alter: slowly })
    const { member, room } = await openRoom(trial, 'alice')
    const first = await commit(member)
    const second = await commit(first.member)
    const uploads = [first, second].map((made) => room.put('epochs', commitBody(made)))
    assert.equal((await room.messages('control-msgs?startEpochId=0')).length, 0)
    open()
    assert.deepEqual(
      (await Promise.all(uploads)).map(({ status }) => status),
      [201, 201],
    )
    const entry = { groupInfo: base64(second.groupInfo), ratchetTree: base64(second.ratchetTree) }
    assert.deepEqual((await room.read('group-info')).json, { groupInfos: [entry] })
  })

  test(`${edition}: control messages are those of the range, clipped at the current epoch`, async () => {
    const trial = await startTrial(edition)
    const { room, alice, adding } = await twoMembers(trial)
    const updating = await commit(alice)
    await room.put('epochs', commitBody(updating))
    const all = [adding.commitPacket, updating.commitPacket]
    for (const [query, expected] of [
      ['startEpochId=0', all],
      ['startEpochId=1&endEpochId=1', all.slice(0, 1)],
      ['startEpochId=2', all.slice(1)],
      ['startEpochId=0&endEpochId=0', []],
      ['startEpochId=3', []],
      ['startEpochId=0&endEpochId=18446744073709551615', all],
      ['startEpochId=9007199254740993&endEpochId=18446744073709551615', []],
    ] as const)
      assert.deepEqual(await room.messages(`control-msgs?${query}`), expected, query)
    for (const query of ['', 'startEpochId=2&endEpochId=1', 'startEpochId=-1', 'startEpochId=1e0', 'startEpochId=0x1'])
      assert.equal((await room.read(`control-msgs?${query}`)).status, 400, query)
    assert.equal((await room.read('control-msgs?startEpochId=18446744073709551616')).status, 400)
  })

  test(`${edition}: invitations stand under the handle they were made for, and go with the client`, async () => {
    const trial = await startTrial(edition)
    const name = 'carol/phone%2F'
    const id = await register(trial, handleText(edition, name))
    const path = `/apps/${appId}/clients/${id}`
    assert.deepEqual(await invitations(trial, name), [])
    const trees = []
    for (const room of ['1', '2', '3']) {
      const opened = await openRoom(trial, 'alice', room)
      const { message } = await packageOf(trial, name)
      const made = await commit(opened.member, { proposals: [{ type: 'add', keyPackage: message }] })
      assert.equal((await opened.room.put('epochs', commitBody(made))).status, 201)
      await opened.room.put('epochs', commitBody(await commit(made.member)))
      trees.push({ welcome: made.welcomePacket, ratchetTree: made.ratchetTree })
    }
    assert.deepEqual(await invitations(trial, name), trees)
    await trial.send('PATCH', path, { json: { clientHandle: handleText(edition, 'carol') } })
    assert.deepEqual(await invitations(trial, name), trees)
    assert.deepEqual(await invitations(trial, 'carol'), [])
    await trial.send('DELETE', path)
    const target = `/apps/${appId}/clients/${encodeURIComponent(name)}/welcome-msgs`
    assert.equal((await trial.send('GET', target)).status, 404)
    assert.equal((await trial.send('GET', `${target}?domain=b.example`)).status, 404)
  })
}

// A follower and a gateway that orders a group and tells lies, half of it, or nothing: no lie is stored, and nothing breaks.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commit, createGroup, exportGroup, type Member, propose } from '../../mls/member.ts'
import { type Federation, startFederation } from '../federation.test.kit.ts'
import type { GatewayResponse } from '../gateway.ts'
import { base64, commitBody, packageOf, type Room, roomAt, utf8 } from '../members.test.kit.ts'
import { appId, codeOf, type Received } from '../trial.test.kit.ts'

const [a, s] = ['a.example', 'scripted.example'] as const
const edition = '2023-03-08'

function answer(status: number, value: unknown = {}): GatewayResponse {
  return { status, headers: [['content-type', 'application/json']], body: utf8(JSON.stringify(value)) }
}

interface Lies {
  readonly 'group-info'?: GatewayResponse
  readonly 'control-msgs'?: GatewayResponse
  readonly 'welcome-msgs'?: GatewayResponse
  readonly proposals?: GatewayResponse
  /** What it says to packets that are relayed to it. */
  readonly put?: GatewayResponse
}

function tell(world: Federation, lies: Lies): void {
  world.play(s, ({ method, target }) => {
    if (method === 'PUT') return lies.put ?? answer(201)
    const what = /[^/?]+(?=\?|$)/.exec(target)?.[0] ?? ''
    return (lies as Record<string, GatewayResponse | undefined>)[what] ?? answer(404)
  })
}

const entry = (group: { groupInfo: Uint8Array; ratchetTree: Uint8Array }) => ({
  groupInfo: base64(group.groupInfo),
  ratchetTree: base64(group.ratchetTree),
})

async function story() {
  const world = await startFederation(edition, [a], { mode: 'basic', scripted: [s] })
  const groupId = utf8('room')
  const created = await createGroup({ groupId, own: await packageOf(world.at(a), 'carol') })
  const room = roomAt(world.at(a), groupId)
  const send = (what: string, json: object): Promise<Received> =>
    world.call(s, a, { method: 'PUT', target: what === '' ? `/apps/${appId}/groups` : `${room.path}/${what}`, json })
  return { world, room, created, start: await exportGroup(created), send }
}

async function epochs(room: Room): Promise<number | undefined> {
  const answered = await room.read('control-msgs?startEpochId=0')
  return answered.status === 200 ? (answered.json['messages'] as unknown[]).length : undefined
}

async function several(member: Member, count: number) {
  const made = []
  for (let last = member; made.length < count; last = made.at(-1)?.member ?? last) made.push(await commit(last))
  return made
}

test('a group is started from a group info that is one, of this group, and from nothing else', async () => {
  const { world, room, created, send } = await story()
  const [first, second] = await several(created, 2)
  assert.ok(first && second)
  const stranger = await exportGroup(
    await createGroup({ groupId: utf8('other'), own: await packageOf(world.at(a), 'm') }),
  )
  const infos = (...groupInfos: object[]) => answer(200, { groupInfos })
  const bad: [GatewayResponse, string][] = [
    [infos(), 'unknown-group'],
    [answer(404), 'unknown-group'],
    [infos({ groupInfo: base64(first.groupInfo) }), 'unknown-group'],
    [answer(500), 'peer-failed'],
    [answer(302), 'peer-failed'],
    [answer(200, { groupInfos: [{ groupInfo: 7 }] }), 'peer-failed'],
    [infos(entry(stranger)), 'peer-failed'],
    [infos({ ...entry(first), ratchetTree: base64(stranger.ratchetTree) }), 'invalid-group-info'],
    [infos({ ...entry(first), groupInfo: base64(utf8('x')) }), 'invalid-group-info'],
  ]
  for (const [info, code] of bad) {
    tell(world, { 'group-info': info })
    assert.equal(codeOf(await send('epochs', commitBody(second))), code)
    assert.equal(await epochs(room), undefined)
  }
  const asked = world.passages.length
  for (const packet of [utf8('x'), first.groupInfo, stranger.groupInfo])
    assert.equal(codeOf(await send('epochs', { commitPacket: base64(packet) })), 'unsupported-message')
  const elsewhere = await createGroup({ groupId: utf8('else'), own: await packageOf(world.at(a), 'm') })
  assert.equal(codeOf(await send('epochs', commitBody(await commit(elsewhere)))), 'group-mismatch')
  assert.equal(world.passages.length, asked, 'nobody is asked about garbage')
  tell(world, { 'group-info': infos(entry(first)), 'control-msgs': answer(200, { messages: [base64(utf8('x'))] }) })
  assert.equal((await send('epochs', commitBody(second))).status, 201)
  assert.deepEqual(await room.messages('control-msgs?startEpochId=0'), [second.commitPacket])
  assert.equal((await send('epochs', commitBody(first))).status, 200)
  assert.deepEqual(
    world.at(a).log.filter(({ event }) => event === 'defect'),
    [],
  )
})

test('a gap is closed with what fits, or stays; half a story is not told', async () => {
  const { world, room, created, start, send } = await story()
  assert.equal((await send('', entry(start))).status, 201)
  const made = await several(created, 4)
  const last = made[3]
  assert.ok(last)
  const packets = made.map(({ commitPacket }) => base64(commitPacket))
  const [one, two, three] = packets
  const foreign = await commit(await createGroup({ groupId: utf8('else'), own: await packageOf(world.at(a), 'm') }))
  const messages = (...list: unknown[]) => answer(200, { messages: list })
  for (const [log, code] of [
    [answer(404), 'not-found'],
    [answer(503), 'peer-failed'],
    [messages(7), 'peer-failed'],
    [messages(), 'wrong-epoch'],
    [messages(two, three), 'wrong-epoch'],
    [messages(one, three), 'wrong-epoch'],
    [messages(base64(foreign.commitPacket)), 'group-mismatch'],
    [messages(one, base64(utf8('x'))), 'invalid-commit'],
  ] as const) {
    tell(world, { 'control-msgs': log })
    assert.equal(codeOf(await send('epochs', commitBody(last))), code)
    assert.equal(await epochs(room), 0)
  }
  tell(world, {
    'control-msgs': messages(one, two, three),
    'group-info': answer(200, 'x'),
    proposals: messages(one, 'AAAA'),
  })
  assert.equal(codeOf(await send('epochs', commitBody(last))), 'peer-failed')
  assert.equal(await epochs(room), 0)
  const stale = answer(200, { groupInfos: [entry(start)] })
  tell(world, { 'control-msgs': messages(one, two, three), 'group-info': stale, proposals: messages(one, 'AAAA') })
  assert.equal((await send('epochs', commitBody(last))).status, 201)
  assert.equal(await epochs(room), 4)
  assert.deepEqual(await room.messages('proposals'), [])
  assert.deepEqual(
    world.at(a).log.filter(({ event }) => event === 'defect'),
    [],
  )
})

test("an ordering gateway's verdict is given in this gateway's words, and only acceptance counts", async () => {
  const { world, room, created, start, send } = await story()
  assert.equal((await send('', entry(start))).status, 201)
  const { packet, member } = await propose(created, { type: 'update' })
  const problem = (status: number, code: string, more = {}) =>
    answer(status, { type: `urn:mimi:problem:${code}`, detail: 'secret', ...more })
  for (const [put, status, code] of [
    [problem(409, 'wrong-epoch', { currentEpoch: 7 }), 409, 'wrong-epoch'],
    [problem(409, 'wrong-epoch', { currentEpoch: 'secret' }), 409, 'wrong-epoch'],
    [problem(422, 'wrong-domain'), 422, 'wrong-domain'],
    [problem(422, 'not-found'), 422, 'unsupported-message'],
    [answer(422, '<secret>'), 422, 'unsupported-message'],
    [problem(404, 'not-found'), 404, 'not-found'],
    [problem(403, 'forbidden'), 502, 'peer-failed'],
    [problem(401, 'unauthenticated'), 502, 'peer-failed'],
    [problem(500, 'wrong-epoch'), 502, 'peer-failed'],
    [answer(302), 502, 'peer-failed'],
    [answer(100), 502, 'peer-failed'],
  ] as const) {
    tell(world, { put })
    const refused = await room.put('proposals', { packet: base64(packet) })
    assert.deepEqual([refused.status, codeOf(refused)], [status, code])
    assert.doesNotMatch(new TextDecoder().decode(refused.bytes), /secret/)
    assert.deepEqual(await room.messages('proposals'), [])
  }
  tell(world, { put: problem(409, 'wrong-epoch', { currentEpoch: 7 }) })
  assert.equal((await room.put('proposals', { packet: base64(packet) })).json['currentEpoch'], 7)
  tell(world, { put: answer(204) })
  assert.equal((await room.put('proposals', { packet: base64(packet) })).status, 201)
  tell(world, { put: answer(201) })
  assert.equal((await room.put('epochs', commitBody(await commit(member)))).status, 201)
  assert.equal(await epochs(room), 1)
})

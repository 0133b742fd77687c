// How faulty gateways of a federation are shown: the same story with one that is altered, and with one that is not.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commit, joinExternally, type Member } from '../../mls/member.ts'
import { type Federation, startFederation } from '../federation.test.kit.ts'
import type { GatewayResponse, Parts } from '../gateway.ts'
import { commitBody, openRoom, packageOf, type Room, roomAt, utf8 } from '../members.test.kit.ts'
import { appId, register } from '../trial.test.kit.ts'

export const [a, b, c, s] = ['a.example', 'b.example', 'c.example', 'scripted.example'] as const

export interface Fault {
  readonly name: string
  /** The faulty gateway. */
  readonly at: typeof a | typeof b
  readonly alter: (parts: Parts) => Parts
  readonly federatesWith?: Readonly<Record<string, readonly string[]>>
  /** True where the fault shows. */
  readonly shows: (world: Federation) => Promise<boolean>
}

export const clients = `/apps/${appId}/clients`
export const search = (world: Federation, domain: string) =>
  world.at(a).send('GET', `${clients}?tag=t&domain=${domain}`)
export const isSent = (world: Federation, from: string, to: string) => world.sent(from, to).length > 0
export const ok: GatewayResponse = {
  status: 200,
  headers: [['content-type', 'application/json']],
  body: utf8('{"identities":[]}'),
}
export const nothing: GatewayResponse = { status: 404, headers: [], body: new Uint8Array() }

export async function grown(
  world: Federation,
): Promise<{ alice: Member; room: Room; atB: Room; own: Uint8Array; made: object }> {
  const { member, room } = await openRoom(world.at(a), 'alice')
  await register(world.at(b), 'carol')
  const own = await packageOf(world.at(b), 'carol')
  const adding = await commit(member, { proposals: [{ type: 'add', keyPackage: own.message }] })
  const made = commitBody(adding)
  assert.equal((await room.put('epochs', made)).status, 201)
  await world.settled()
  return { alice: adding.member, room, atB: roomAt(world.at(b), room.groupId), own: own.message, made }
}

export const invited = async (world: Federation) =>
  (await world.at(b).send('GET', `${clients}/carol/welcome-msgs`)).json['joinInfos'] as unknown[] | undefined

/** What a client sends to join from outside. */
export async function joinCommit(room: Room, own: Awaited<ReturnType<typeof packageOf>>): Promise<object> {
  const { json } = await room.read('group-info')
  const [info] = json['groupInfos'] as { groupInfo: string; ratchetTree: string }[]
  const octets = (text = '') => new Uint8Array(Buffer.from(text, 'base64'))
  return commitBody(
    await joinExternally({ own, groupInfo: octets(info?.groupInfo), ratchetTree: octets(info?.ratchetTree) }),
  )
}

/** B misses a commit for good and, much later, is sent the next one: whether it is behind then. */
export async function isBehind(world: Federation): Promise<boolean> {
  const { member, room } = await openRoom(world.at(a), 'alice')
  await world.settled()
  await register(world.at(b), 'carol')
  const { message } = await packageOf(world.at(b), 'carol', { expiresIn: 60n })
  world.play(b, ({ method }) => (method === 'PUT' ? { ...nothing, status: 201 } : undefined))
  const adding = await commit(member, { proposals: [{ type: 'add', keyPackage: message }] })
  assert.equal((await room.put('epochs', commitBody(adding))).status, 201)
  await world.settled()
  world.play(b, undefined)
  await world.time.pass(3_600_000)
  assert.equal((await room.put('epochs', commitBody(await commit(adding.member)))).status, 201)
  await world.settled()
  const [here, there] = await Promise.all(
    [room, roomAt(world.at(b), room.groupId)].map((one) => one.messages('control-msgs?startEpochId=0')),
  )
  return here?.length !== there?.length
}

/** Tells every story twice. */
export function tell(faults: readonly Fault[]): void {
  for (const { name, at, alter, federatesWith, shows } of faults)
    test(`${name}: seen when altered, and only then`, async () => {
      const common = { scripted: [s], ...(federatesWith && { federatesWith }) }
      const start = (more: object) => startFederation('2023-03-17', [a, b, c], { ...common, ...more })
      assert.equal(await shows(await start({ alter: { [at]: alter } })), true)
      assert.equal(await shows(await start({})), false)
    })
}

// Identity providers at work: whom a gateway takes for whom is for the provider to say, on every route that a leaf can come by.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { forgeCommit, forgeExternalCommit, forgeProposal } from '../../mls/forge.ts'
import type { IdentityRules, LeafIdentity } from '../../mls/identity.ts'
import type { OwnKeyPackage } from '../../mls/key-package.ts'
import {
  commit,
  createGroup,
  exportGroup,
  type GroupExtension,
  joinExternally,
  joinFromWelcome,
  type Member,
  propose,
  receive,
  seenReferences,
} from '../../mls/member.ts'
import { MlsRejection } from '../../mls/rejection.ts'
import { editionIds } from '../../spec/edition.ts'
import type { IdentityConfiguration } from '../../spec/operation.ts'
import { startFederation } from '../federation.test.kit.ts'
import type { Parts } from '../gateway.ts'
import { base64, commitBody, openRoom, packageOf, type Room, roomAt, uploadGroup, utf8 } from '../members.test.kit.ts'
import { type Received, startTrial, type Trial } from '../trial.test.kit.ts'
import { basicProvider } from './basic.ts'
import { textHandle } from './handle.ts'
import { x509Provider } from './x509.ts'

const nameOf = ({ basicIdentity }: LeafIdentity) => Buffer.from(basicIdentity ?? []).toString()
const accountOf = (identity: LeafIdentity) => nameOf(identity).split('/')[0] ?? ''

/** The gateway with providers that answer some of the four questions otherwise. */
function judgingBy(change: Partial<IdentityRules>): (parts: Parts) => Parts {
  return (parts) => {
    const providers = parts.applications.providers.map((provider) => ({
      ...provider,
      rules: (...given: Parameters<typeof provider.rules>) => ({ ...provider.rules(...given), ...change }),
    }))
    return { ...parts, applications: { ...parts.applications, providers } }
  }
}

/** All devices of an account are one client. */
const accountsAreClients: Partial<IdentityRules> = { clientHandle: (identity) => utf8(accountOf(identity)) }
/** Each device is a client, and may be followed by another of its account. */
const devicesFollow: Partial<IdentityRules> = { validSuccessor: (one, other) => accountOf(one) === accountOf(other) }
/** Group-context extension 10 lists who may come in; where there is none, everybody may. */
const guestList: Partial<IdentityRules> = {
  validate(identity, extensions) {
    const list = extensions.find(({ type }) => type === 10)
    const guests = list === undefined ? undefined : Buffer.from(list.data).toString().split(',')
    if (guests?.includes(nameOf(identity)) === false)
      throw new MlsRejection('invalid-key-package', { row: 'LN-01', section: '9420 section 5.3.1' }, 'not on the list')
  },
}
const listing = (...guests: string[]): readonly GroupExtension[] => [
  { type: 'other', extensionType: 10, data: utf8(guests.join(',')) },
]

const add = ({ message }: OwnKeyPackage) => ({ type: 'add' as const, keyPackage: message })

async function expectStatus(status: number, asked: Promise<Received>): Promise<void> {
  const answer = await asked
  assert.equal(answer.status, status, JSON.stringify(answer.json))
}

/** Everything that can be read of a room. */
async function stateOf(room: Room): Promise<unknown> {
  return Promise.all(
    ['proposals', 'control-msgs?startEpochId=0', 'group-info'].map(async (what) => (await room.read(what)).json),
  )
}

/** A room of one after the GroupContextExtensions `extensions`. */
async function roomWith(trial: Trial, creator: string, extensions: readonly GroupExtension[]) {
  const member = await createGroup({ groupId: utf8('room'), own: await packageOf(trial, creator), extensions })
  await expectStatus(201, uploadGroup(trial, await exportGroup(member)))
  return { member, room: roomAt(trial, utf8('room')) }
}

async function joinBody(trial: Trial, through: Member, name: string): Promise<object> {
  return commitBody(await joinExternally({ own: await packageOf(trial, name), ...(await exportGroup(through)) }))
}

async function proposed(member: Member, room: Room, value: Parameters<typeof propose>[1]): Promise<Member> {
  const made = await propose(member, value)
  await expectStatus(201, room.put('proposals', { packet: base64(made.packet) }))
  return made.member
}

test('a provider answers the four questions of the draft, in both editions, and a gateway asks mls/ nothing else of it', () => {
  const questions = ['clientHandle', 'supportedCredentials', 'validSuccessor', 'validate']
  const handleRule = textHandle(64)
  const identity: IdentityConfiguration = {
    type: 1,
    supportsAccounts: false,
    supportsDomains: false,
    parameters: { device_handle_range: { start: 0, end: 0 }, client_handle_range: { start: 0, end: 0 } },
  }
  const form = { rangeMember: 'device_handle_range', handle: 'account/device' } as const
  for (const provider of [basicProvider(handleRule), x509Provider({ clock: { now: () => 0 }, handleRule, form })])
    assert.deepEqual(Object.keys(provider.rules(identity)).toSorted(), questions)
})

for (const edition of editionIds) {
  const start = (change: Partial<IdentityRules>) => startTrial(edition, { alter: judgingBy(change) })

  test(`${edition}: who is a client already is for the provider to say, by value, by reference and from outside`, async () => {
    const trial = await start(accountsAreClients)
    const { member, room } = await openRoom(trial, 'alice/phone')
    const laptop = await packageOf(trial, 'alice/laptop')
    const [bob, bobToo] = [await packageOf(trial, 'bob/phone'), await packageOf(trial, 'bob/laptop')]
    const before = await stateOf(room)
    for (const twice of [[add(laptop)], [add(bob), add(bobToo)]])
      await expectStatus(422, room.put('epochs', commitBody(await commit(member, { proposals: twice }))))
    await expectStatus(422, room.put('epochs', await joinBody(trial, member, 'alice/laptop')))
    assert.deepEqual(await stateOf(room), before)
    const waiting = await proposed(member, room, add(laptop))
    await expectStatus(422, room.put('epochs', commitBody(await commit(waiting))))
    const other = { references: [], proposals: [add(bob)] }
    await expectStatus(201, room.put('epochs', commitBody(await commit(waiting, other))))
  })

  test(`${edition}: who may follow whom is for the provider to say, by Update, path and resync; and nobody becomes another member`, async () => {
    const trial = await start(devicesFollow)
    const { member, room } = await openRoom(trial, 'alice/phone')
    const adding = await commit(member, { proposals: [add(await packageOf(trial, 'alice/tablet'))] })
    await expectStatus(201, room.put('epochs', commitBody(adding)))
    const alice = adding.member
    const before = await stateOf(room)
    const path = (name: string) => forgeCommit(alice, {}, { kind: 'path-identity', identity: utf8(name) })
    const resync = async (name: string) => {
      const options = { own: await packageOf(trial, name), ...(await exportGroup(alice)) }
      return forgeExternalCommit(options, { kind: 'removes', leafIndices: [0] })
    }
    const update = (name: string) =>
      forgeProposal(alice, { type: 'update' }, { kind: 'update-identity', identity: utf8(name) })
    for (const name of ['bob/laptop', 'alice/tablet'])
      await expectStatus(422, room.put('epochs', commitBody(await path(name))))
    for (const name of ['bob/laptop', 'alice/tablet'])
      await expectStatus(422, room.put('epochs', commitBody(await resync(name))))
    await expectStatus(422, room.put('proposals', { packet: base64(await update('bob/laptop')) }))
    assert.deepEqual(await stateOf(room), before)
    await expectStatus(201, room.put('proposals', { packet: base64(await update('alice/laptop')) }))
    await expectStatus(201, room.put('epochs', commitBody(await resync('alice/laptop'))))
  })

  test(`${edition}: in a commit a provider sees the group context extensions that the commit leads to`, async () => {
    const trial = await start(guestList)
    const { member, room } = await roomWith(trial, 'alice', listing('alice', 'bob'))
    const [bob, carol] = [await packageOf(trial, 'bob'), await packageOf(trial, 'carol')]
    const change = { type: 'group-context-extensions', extensions: listing('alice', 'carol') } as const
    const before = await stateOf(room)
    const upload = async (by: Member, options: Parameters<typeof commit>[1]) =>
      room.put('epochs', commitBody(await commit(by, options)))
    await expectStatus(422, upload(member, { proposals: [add(carol)] }))
    await expectStatus(422, upload(member, { proposals: [add(bob), change] }))
    await expectStatus(422, upload(member, { proposals: [{ ...change, extensions: listing('carol') }] }))
    await expectStatus(422, room.put('proposals', { packet: base64((await propose(member, add(carol))).packet) }))
    assert.deepEqual(await stateOf(room), before)
    // What waits is judged again by the commit that refers to it.
    const waiting = await proposed(await proposed(member, room, add(bob)), room, change)
    const [ofBob] = seenReferences(waiting)
    await expectStatus(422, upload(waiting, {}))
    await expectStatus(422, upload(waiting, { references: [ofBob ?? utf8('')], proposals: [change] }))
    const references = seenReferences(waiting).slice(1)
    await expectStatus(201, upload(waiting, { references, proposals: [add(carol)] }))
    assert.deepEqual(await room.messages('proposals'), [])
  })

  test(`${edition}: an Update waits in vain where the commit's extensions no longer allow its client`, async () => {
    const trial = await start(guestList)
    const { member, room } = await roomWith(trial, 'alice', listing('alice', 'bob'))
    const own = await packageOf(trial, 'bob')
    const adding = await commit(member, { proposals: [add(own)] })
    await expectStatus(201, room.put('epochs', commitBody(adding)))
    const update = await propose(adding.member, { type: 'update' })
    await expectStatus(201, room.put('proposals', { packet: base64(update.packet) }))
    const welcome = adding.welcomePacket ?? utf8('')
    const joined = await joinFromWelcome({ own, welcome, ratchetTree: adding.ratchetTree })
    const { member: bob } = await receive(joined, update.packet)
    const shutOut = { type: 'group-context-extensions', extensions: listing('bob') } as const
    await expectStatus(422, room.put('epochs', commitBody(await commit(bob, { proposals: [shutOut] }))))
    await expectStatus(201, room.put('epochs', commitBody(await commit(bob))))
  })

  test(`${edition}: the creator of a group and whoever joins it from outside are judged by its extensions`, async () => {
    const trial = await start(guestList)
    const own = await packageOf(trial, 'alice')
    const shut = await createGroup({ groupId: utf8('room'), own, extensions: listing('bob') })
    await expectStatus(422, uploadGroup(trial, await exportGroup(shut)))
    const { member, room } = await roomWith(trial, 'alice', listing('alice', 'bob'))
    await expectStatus(422, room.put('epochs', await joinBody(trial, member, 'carol')))
    await expectStatus(201, room.put('epochs', await joinBody(trial, member, 'bob')))
  })
}

test('a follower asks its own provider about what the ordering gateway passes on', async () => {
  const [a, b] = ['a.example', 'b.example']
  const world = await startFederation('2023-03-08', [a, b], {
    mode: 'basic',
    alter: { [b]: judgingBy({ ...accountsAreClients, ...guestList }) },
  })
  const { member, room } = await openRoom(world.at(a), 'alice/phone')
  await world.settled()
  const atB = roomAt(world.at(b), room.groupId)
  const forward = async (options: Parameters<typeof commit>[1]) => {
    const target = `${room.path}/epochs`
    return world.call(a, b, { method: 'PUT', target, json: commitBody(await commit(member, options)) })
  }
  const before = await stateOf(atB)
  const change = { type: 'group-context-extensions', extensions: listing('alice/phone', 'bob/phone') } as const
  const [laptop, carol, bob] = [
    await packageOf(world.at(a), 'alice/laptop'),
    await packageOf(world.at(a), 'carol/phone'),
    await packageOf(world.at(a), 'bob/phone'),
  ]
  await expectStatus(422, forward({ proposals: [add(laptop)] }))
  await expectStatus(422, forward({ proposals: [change, add(carol)] }))
  assert.deepEqual(await stateOf(atB), before)
  await expectStatus(201, forward({ proposals: [change, add(bob)] }))
})

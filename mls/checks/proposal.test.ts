// Proposals that RFC 9420 refuses in one situation and allows in the next, each beside its valid neighbour.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createProposal } from 'ts-mls/createMessage.js'
import type { PreSharedKeyID } from 'ts-mls/presharedkey.js'
import type { Proposal } from 'ts-mls/proposal.js'
import { makeCommit } from '../client/commit.ts'
import { writeMessage } from '../codec/message.ts'
import { versionName } from '../codec/names.ts'
import { packageWith } from '../forge/capable.test.kit.ts'
import { makeSignatureKey } from '../key-package.ts'
import { commit, createGroup, exportGroup, joinFromWelcome, type Member, propose } from '../member.ts'
import { openGroup, type Rules, readCommit, readProposal } from '../public-group.ts'
import { addMembers, basicIdentity, makeWorld, memberOf, packageOf } from '../world.test.kit.ts'

async function packetOf({ state, suite }: Member, proposal: Proposal): Promise<Uint8Array> {
  return writeMessage((await createProposal(state, true, proposal, suite.cipher)).message)
}

test('a resumption PSK of usage reinit or branch is refused by PL-04, but for the first commit of a group', async () => {
  const start = await makeWorld(1)
  const later = await addMembers(start, 'alice', [], true)
  const common = { psktype: 'resumption' as const, pskGroupId: Uint8Array.of(1), pskEpoch: 4n }
  const pskNonce = new Uint8Array(32)
  for (const usage of ['application', 'reinit', 'branch'] as const) {
    const preSharedKeyId: PreSharedKeyID = { ...common, usage, pskNonce }
    const proposal: Proposal = { proposalType: 'psk', psk: { preSharedKeyId } }
    await readProposal(start.group, await packetOf(memberOf(start, 'alice'), proposal), start.rules)
    const read = readProposal(later.group, await packetOf(memberOf(later, 'alice'), proposal), later.rules)
    if (usage === 'application') await read
    else await assert.rejects(read, { row: 'PL-04', code: 'invalid-proposal' })
  }
})

test('a ReInit to a lower version is refused by PL-05, one to the same or a later one is not', async () => {
  const world = await makeWorld(1)
  const alice = memberOf(world, 'alice')
  const reinit = (version: number): Promise<Uint8Array> => {
    const cipherSuite = world.suite.cipher.name
    const value = { groupId: Uint8Array.of(5), version: versionName(version), cipherSuite, extensions: [] }
    return packetOf(alice, { proposalType: 'reinit', reinit: value })
  }
  await assert.rejects(readProposal(world.group, await reinit(0), world.rules), { row: 'PL-05' })
  await readProposal(world.group, await reinit(1), world.rules)
  await readProposal(world.group, await reinit(2), world.rules)
})

test('a group that a ReInit has ended takes no proposal any more, by CB-11', async () => {
  const world = await makeWorld(1)
  const alice = memberOf(world, 'alice')
  const reinit = await commit(alice, { proposals: [{ type: 're-init', groupId: Uint8Array.of(5) }] })
  const { next } = await readCommit(world.group, { packet: reinit.commitPacket, proposals: [] }, world.rules)
  const state = { ...reinit.member.state, groupActiveState: { kind: 'active' as const } }
  const { packet } = await propose({ ...reinit.member, state }, { type: 'update' })
  await assert.rejects(readProposal(next, packet, world.rules), { row: 'CB-11', code: 'invalid-proposal' })
  await readProposal({ ...next, state: { ...next.state, closed: false } }, packet, world.rules)
})

test('a proposal type must be known to those who process the commit, by PL-16, and not to those it adds', async () => {
  const world = await makeWorld(1)
  const type = 0xf1f1
  const able = async (name: string) => packageWith(await packageOf(world, name), { proposals: [type] })
  const alice = await createGroup({ groupId: Uint8Array.of(7), own: await able('alice') })
  const group = await openGroup(await exportGroup(alice), world.rules)
  const custom: Proposal = { proposalType: type, proposalData: new Uint8Array() }
  const commitOf = (member: Member, added: Proposal[]) =>
    makeCommit(member, { references: [], proposals: [custom, ...added], withPath: true })
  const add = async (own: Awaited<ReturnType<typeof packageOf>>): Promise<Proposal> => ({
    proposalType: 'add',
    add: { keyPackage: own.keyPackage },
  })
  const bob = await packageOf(world, 'bob')
  const made = await commitOf(alice, [await add(bob)])
  const { next } = await readCommit(
    group,
    { packet: made.commitPacket, proposals: [], welcome: made.welcomePacket ?? assert.fail() },
    world.rules,
  )
  const refused = await commitOf(made.member, [])
  await assert.rejects(readCommit(next, { packet: refused.commitPacket, proposals: [] }, world.rules), { row: 'PL-16' })
})

test('external senders whose credential the provider does not accept are refused by LN-01 when they come in', async () => {
  const world = await makeWorld(1)
  const { publicKey: signatureKey } = await makeSignatureKey(world.suite)
  const listing = (name: string) => {
    const senders = [{ signatureKey, identity: new TextEncoder().encode(name) }]
    return [{ type: 'external-senders' as const, senders }]
  }
  const rules: Rules = {
    ...world.rules,
    identity: {
      ...basicIdentity,
      validate({ basicIdentity: identity }) {
        if (Buffer.from(identity ?? []).toString() === 'mallory') throw new Error('nobody knows Mallory')
      },
    },
  }
  const alice = memberOf(world, 'alice')
  const change = async (name: string) =>
    (await propose(alice, { type: 'group-context-extensions', extensions: listing(name) })).packet
  await readProposal(world.group, await change('warden'), rules)
  await assert.rejects(readProposal(world.group, await change('mallory'), rules), { row: 'LN-01' })
  const own = await packageOf(world, 'alice')
  const opened = async (name: string) => {
    const founder = await createGroup({ groupId: Uint8Array.of(7), own, extensions: listing(name) })
    return openGroup(await exportGroup(founder), rules)
  }
  await opened('warden')
  await assert.rejects(opened('mallory'), { row: 'LN-01', code: 'invalid-group-info' })
})

test('a joiner that lists versions, suites and types nobody knows is as good as any other', async () => {
  const world = await makeWorld(1)
  const own = await packageWith(await packageOf(world, 'bob'), {
    versions: [versionName(0x7a7a), 'mls10', versionName(2)],
    extensions: [0x0a0a, 1, 2, 3, 4, 5],
    proposals: [0x1a1a, 1, 7],
  })
  const made = await commit(memberOf(world, 'alice'), { proposals: [{ type: 'add', keyPackage: own.message }] })
  const { commitPacket: packet, groupInfo, ratchetTree } = made
  const welcome = made.welcomePacket ?? assert.fail()
  const { next } = await readCommit(world.group, { packet, proposals: [], welcome, groupInfo }, world.rules)
  assert.deepEqual((await openGroup({ groupInfo, ratchetTree }, world.rules)).treeHash, next.treeHash)
  await joinFromWelcome({ own, welcome, ratchetTree })
})

// Proposals from outside the group, group-context extensions and PSKs, as members and the public side take them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { protectExternalProposalPublic } from 'ts-mls/messageProtectionPublic.js'
import type { Proposal } from 'ts-mls/proposal.js'
import type { SenderExternal, SenderNewMemberProposal } from 'ts-mls/sender.js'
import { writePublicMessage } from '../codec/message.ts'
import { makeSignatureKey, type SignatureKey } from '../key-package.ts'
import {
  commit,
  createGroup,
  describeMember,
  exportGroup,
  joinFromWelcome,
  type Member,
  receive,
  withPsk,
} from '../member.ts'
import { openGroup, readCommit, readProposal } from '../public-group.ts'
import { makeWorld, memberOf, packageOf } from '../world.test.kit.ts'

test('an external sender may propose what RFC 9420 opens to it, and nothing else', async () => {
  const world = await makeWorld(1)
  const key = await makeSignatureKey(world.suite)
  const senders = [await makeSignatureKey(world.suite), key].map(({ publicKey }) => ({
    signatureKey: publicKey,
    identity: new TextEncoder().encode('warden'),
  }))
  const own = await packageOf(world, 'alice')
  const extensions = [{ type: 'external-senders' as const, senders }]
  const alice = await createGroup({ groupId: Uint8Array.of(7), own, extensions })
  const group = await openGroup(await exportGroup(alice), world.rules)
  const { keyPackage } = await packageOf(world, 'bob')
  const add: Proposal = { proposalType: 'add', add: { keyPackage } }

  const packet = await fromOutside(alice, add, { key, sender: { senderType: 'external', senderIndex: 1 } })
  const proposal = await readProposal(group, packet, world.rules)
  const { member } = await receive(alice, packet)
  const made = await commit(member)
  const upload = { packet: made.commitPacket, proposals: [proposal], welcome: made.welcomePacket ?? assert.fail() }
  const { next, referenced } = await readCommit(group, upload, world.rules)
  assert.deepEqual(next.treeHash, describeMember(made.member).treeHash)
  assert.deepEqual(referenced, [proposal])

  const refused = async (row: string, change: Proposal, sender: SenderExternal) =>
    assert.rejects(readProposal(group, await fromOutside(alice, change, { key, sender }), world.rules), { row })
  await refused('FR-10', add, { senderType: 'external', senderIndex: 2 })
  await refused('FR-09', add, { senderType: 'external', senderIndex: 0 })
  const init: Proposal = { proposalType: 'external_init', externalInit: { kemOutput: new Uint8Array(32) } }
  await refused('FR-11', init, { senderType: 'external', senderIndex: 1 })
})

test('a new member may propose to add itself, and nothing else', async () => {
  const world = await makeWorld(1)
  const alice = memberOf(world, 'alice')
  const { keyPackage, signatureKey: key } = await packageOf(world, 'bob')
  const sender: SenderNewMemberProposal = { senderType: 'new_member_proposal' }
  const add: Proposal = { proposalType: 'add', add: { keyPackage } }
  await readProposal(world.group, await fromOutside(alice, add, { key, sender }), world.rules)
  const other = await makeSignatureKey(world.suite)
  const stolen = await fromOutside(alice, add, { key: other, sender })
  await assert.rejects(readProposal(world.group, stolen, world.rules), { row: 'FR-09' })
  const remove = await fromOutside(alice, { proposalType: 'remove', remove: { removed: 0 } }, { key, sender })
  await assert.rejects(readProposal(world.group, remove, world.rules), { row: 'FR-12' })
})

test('a member that lacks what the group requires is not added', async () => {
  const world = await makeWorld(1)
  const own = await packageOf(world, 'alice')
  const requiring = [{ type: 'required-capabilities' as const, credentialTypes: [1, 2] }]
  const alice = await createGroup({ groupId: Uint8Array.of(7), own, extensions: requiring })
  await assert.rejects(openGroup(await exportGroup(alice), world.rules), { row: 'GI-07', code: 'invalid-group-info' })
  const group = await makeWorld(1, 'other')
  const made = await commit(memberOf(group, 'alice'), {
    proposals: [{ type: 'group-context-extensions', extensions: requiring }],
  })
  const upload = { packet: made.commitPacket, proposals: [] }
  await assert.rejects(readCommit(group.group, upload, group.rules), { row: 'PL-07', code: 'invalid-commit' })
})

test('an external PSK goes into the next epoch of those who have it, and stands in a commit once', async () => {
  const world = await makeWorld(1)
  const psk = { id: Uint8Array.of(1, 2, 3), secret: new Uint8Array(32).fill(9) }
  const alice = withPsk(memberOf(world, 'alice'), psk)
  const own = await packageOf(world, 'bob')
  const value = { type: 'external-psk' as const, pskId: psk.id }
  const made = await commit(alice, { proposals: [{ type: 'add', keyPackage: own.message }, value] })
  const welcome = made.welcomePacket ?? assert.fail()
  await readCommit(world.group, { packet: made.commitPacket, proposals: [], welcome }, world.rules)
  const { ratchetTree } = made
  const psks = { [Buffer.from(psk.id).toString('base64')]: psk.secret }
  const bob = await joinFromWelcome({ own, welcome, ratchetTree, psks })
  assert.deepEqual(describeMember(bob).epochAuthenticator, describeMember(made.member).epochAuthenticator)
  await assert.rejects(joinFromWelcome({ own, welcome, ratchetTree }), { code: 'invalid-welcome' })
  await assert.rejects(commit(memberOf(world, 'alice'), { proposals: [value] }), { code: 'invalid-commit' })
})

async function fromOutside(
  { state, suite }: Member,
  proposal: Proposal,
  { key, sender }: { readonly key: SignatureKey; readonly sender: SenderExternal | SenderNewMemberProposal },
): Promise<Uint8Array> {
  const { groupContext } = state
  const none = new Uint8Array()
  return writePublicMessage(
    (await protectExternalProposalPublic(key.privateKey, groupContext, none, proposal, sender, suite.cipher))
      .publicMessage,
  )
}

// Forged external commits are refused by the check they are forged for, and by no other.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { signFramedContentTBS, toTbs } from 'ts-mls/framedContent.js'
import type { PublicMessage } from 'ts-mls/publicMessage.js'
import { signLeaf } from '../client/sign-leaf.ts'
import { readMessage, writePublicMessage } from '../codec/message.ts'
import { type ExternalCommitFlaw, forgeExternalCommit } from '../forge.ts'
import { exportGroup, joinExternally, propose } from '../member.ts'
import { readCommit, readProposal } from '../public-group.ts'
import { leafAt } from '../tree/leaves.ts'
import { memberOf, packageOf, type World } from '../world.test.kit.ts'
import { type Case, makeTarget, nameOf, refusedOnlyBy } from './refused.test.kit.ts'

let world: World

before(async () => {
  world = await makeTarget()
})

const externals: readonly (Case & { readonly flaw: ExternalCommitFlaw })[] = [
  { flaw: { kind: 'bad-signature' }, row: 'FR-09', code: 'invalid-commit' },
  { flaw: { kind: 'epoch', epoch: 1n }, row: 'FR-07', code: 'wrong-epoch' },
  { flaw: { kind: 'no-external-init' }, row: 'XC-01', code: 'invalid-commit' },
  { flaw: { kind: 'two-external-inits' }, row: 'XC-01', code: 'invalid-commit' },
  { flaw: { kind: 'short-kem-output' }, row: 'XC-08', code: 'invalid-commit' },
  { flaw: { kind: 'missing-path' }, row: 'XC-05', code: 'invalid-commit' },
  { flaw: { kind: 'path-leaf', leaf: { kind: 'bad-leaf-signature' } }, row: 'LN-02', code: 'invalid-commit' },
  {
    flaw: { kind: 'path-leaf', leaf: { kind: 'leaf-signed-for', leafIndex: 0 } },
    row: 'LN-02',
    code: 'invalid-commit',
  },
  { flaw: { kind: 'path-leaf', leaf: { kind: 'unlisted-leaf-extension' } }, row: 'LN-07', code: 'invalid-commit' },
  { flaw: { kind: 'short-confirmation-tag' }, row: 'FR-15', code: 'invalid-commit', stays: 'GI-05 as well' },
  { flaw: { kind: 'signed-without-context' }, row: 'FR-09', code: 'invalid-commit' },
  { flaw: { kind: 'removes', leafIndices: [3] }, row: 'IP-06', code: 'invalid-commit' },
  { flaw: { kind: 'removes', leafIndices: [3, 4] }, row: 'XC-02', code: 'invalid-commit', stays: 'IP-06 as well' },
  {
    flaw: { kind: 'reference', reference: new Uint8Array(32) },
    row: 'XC-04',
    code: 'invalid-commit',
    stays: 'CB-01 as well',
  },
]

for (const { flaw, ...expected } of externals)
  test(`external commit with ${nameOf(flaw)} is refused by ${expected.row}`, async () => {
    const options = { own: await packageOf(world, 'zoe'), ...(await exportGroup(memberOf(world, 'bob'))) }
    const { commitPacket: packet, groupInfo } = await forgeExternalCommit(options, flaw)
    const upload = flaw.kind === 'missing-path' ? { packet, proposals: [] } : { packet, proposals: [], groupInfo }
    await refusedOnlyBy(world, expected, (rules) => readCommit(world.group, upload, rules))
  })

test('external commit that cites a known proposal is refused by XC-04', async () => {
  const bob = memberOf(world, 'bob')
  const value = { type: 'external-psk', pskId: Uint8Array.of(1) } as const
  const cited = await readProposal(world.group, (await propose(bob, value)).packet, world.rules)
  const options = { own: await packageOf(world, 'zoe'), ...(await exportGroup(bob)) }
  const flaw = { kind: 'reference', reference: cited.ref } as const
  const { commitPacket: packet, groupInfo } = await forgeExternalCommit(options, flaw)
  await refusedOnlyBy(world, { row: 'XC-04', code: 'invalid-commit' }, (rules) =>
    readCommit(world.group, { packet, groupInfo, proposals: [cited] }, rules),
  )
})

test('external commit that adds somebody is refused by XC-03', async () => {
  const { message } = await packageOf(world, 'zoe')
  const options = { own: await packageOf(world, 'yves'), ...(await exportGroup(memberOf(world, 'bob'))) }
  const { commitPacket: packet } = await forgeExternalCommit(options, { kind: 'add', keyPackage: message })
  const expected = { row: 'XC-03', code: 'invalid-commit', stays: 'its path was made for another leaf' }
  await refusedOnlyBy(world, expected, (rules) => readCommit(world.group, { packet, proposals: [] }, rules))
})

test('external commit of a member that does not remove its former leaf is refused by XC-06', async () => {
  const own = await packageOf(world, 'dave')
  const made = await joinExternally({ own, ...(await exportGroup(memberOf(world, 'bob'))) })
  const upload = { packet: made.commitPacket, proposals: [], groupInfo: made.groupInfo }
  await refusedOnlyBy(world, { row: 'XC-06', code: 'invalid-commit' }, (rules) =>
    readCommit(world.group, upload, rules),
  )
})

test('external commit that takes its own former leaf out and keeps its key is refused by LN-09', async () => {
  const own = await packageOf(world, 'dave')
  const made = await joinExternally({ own, ...(await exportGroup(memberOf(world, 'bob'))), resync: true })
  const message = readMessage(made.commitPacket, 'mls_public_message').publicMessage
  const { content } = message
  assert.ok(content.contentType === 'commit' && content.commit.path !== undefined)
  const { context, tree } = world.group.state
  const former = leafAt(tree, 3)?.hpkePublicKey ?? assert.fail('Dave has no leaf')
  const key = own.signatureKey.privateKey
  // Dave comes back to leaf 2, the leftmost blank one.
  const signer = { suite: world.suite, key, groupId: context.groupId, leafIndex: 2 }
  const leafNode = await signLeaf({ ...content.commit.path.leafNode, hpkePublicKey: former }, signer)
  const changed = { ...content, commit: { ...content.commit, path: { ...content.commit.path, leafNode } } }
  const tbs = toTbs(changed, 'mls_public_message', context)
  const signature = await signFramedContentTBS(key, tbs, world.suite.cipher.signature)
  const packet = writePublicMessage({
    ...message,
    content: changed,
    auth: { ...message.auth, signature },
  } as PublicMessage)
  await refusedOnlyBy(world, { row: 'LN-09', code: 'invalid-commit' }, (rules) =>
    readCommit(world.group, { packet, proposals: [] }, rules),
  )
  const upload = { packet: made.commitPacket, proposals: [], groupInfo: made.groupInfo }
  await readCommit(world.group, upload, world.rules)
})

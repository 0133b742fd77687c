// Forged groups, and forged GroupInfos of commits, are refused by the check they are forged for, and by no other.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { forgeGroup, type GroupFlaw } from '../forge.ts'
import { makeSignatureKey } from '../key-package.ts'
import { commit, createGroup, exportGroup, receive } from '../member.ts'
import { openGroup, readCommit } from '../public-group.ts'
import { memberOf, packageOf, type World } from '../world.test.kit.ts'
import { type Case, makeTarget, nameOf, refusedOnlyBy } from './refused.test.kit.ts'

let world: World

before(async () => {
  world = await makeTarget()
})

const groups: readonly (Case & { readonly flaw: GroupFlaw })[] = [
  { flaw: { kind: 'bad-signature' }, row: 'GI-01', code: 'invalid-group-info' },
  { flaw: { kind: 'signer', leafIndex: 1 }, row: 'GI-01', code: 'invalid-group-info' },
  { flaw: { kind: 'tree-hash' }, row: 'GI-03', code: 'invalid-group-info' },
  { flaw: { kind: 'transcript-hash' }, row: 'GI-04', code: 'invalid-group-info' },
  { flaw: { kind: 'trailing-byte' }, row: 'FR-02', code: 'malformed' },
  { flaw: { kind: 'tree-trailing-byte' }, row: 'FR-02', code: 'malformed' },
  { flaw: { kind: 'bad-leaf-signature' }, row: 'LN-02', code: 'invalid-group-info' },
  { flaw: { kind: 'own-leaf', leaf: { kind: 'unlisted-leaf-extension' } }, row: 'LN-07', code: 'invalid-group-info' },
  {
    flaw: { kind: 'own-leaf', leaf: { kind: 'x509-credential', certificates: [Uint8Array.of(1)] } },
    row: 'LN-01',
    code: 'invalid-group-info',
  },
  {
    flaw: { kind: 'own-leaf', leaf: { kind: 'encryption-key', key: new Uint8Array(32) } },
    row: 'KP-B5',
    code: 'invalid-group-info',
  },
  { flaw: { kind: 'trailing-blank' }, row: 'RT-01', code: 'invalid-group-info' },
  { flaw: { kind: 'empty-tree' }, row: 'RT-01', code: 'invalid-group-info', stays: 'there is no member' },
  { flaw: { kind: 'leaf-as-parent' }, row: 'RT-02', code: 'invalid-group-info', stays: 'its key is in the tree twice' },
  { flaw: { kind: 'suite', cipherSuite: 3 }, row: 'LN-12', code: 'invalid-group-info' },
  { flaw: { kind: 'version', version: 2 }, row: 'GI-02', code: 'invalid-group-info' },
  { flaw: { kind: 'short-confirmation-tag' }, row: 'GI-05', code: 'invalid-group-info' },
  { flaw: { kind: 'short-external-pub' }, row: 'GI-06', code: 'invalid-group-info' },
  {
    flaw: { kind: 'extensions', extensions: [{ type: 'required-capabilities', extensionTypes: [0xf0f0] }] },
    row: 'GI-07',
    code: 'invalid-group-info',
  },
  { flaw: { kind: 'suite', cipherSuite: 4 }, row: 'GI-02', code: 'unsupported-suite', stays: 'nobody can check it' },
]

for (const { flaw, ...expected } of groups)
  test(`new group with ${nameOf(flaw)} is refused by ${expected.row}`, async () => {
    const own = await packageOf(world, 'mallory')
    const upload = await forgeGroup(await createGroup({ groupId: Uint8Array.of(1), own }), flaw)
    await refusedOnlyBy(world, expected, (rules) => openGroup(upload, rules))
  })

test('a new group of epoch 1 or with two members is told by its fields', async () => {
  const own = await packageOf(world, 'mallory')
  const member = await createGroup({ groupId: Uint8Array.of(1), own })
  const later = await openGroup(await forgeGroup(member, { kind: 'epoch', epoch: 1n }), world.rules)
  assert.equal(later.epoch, 1n)
  const { message } = await packageOf(world, 'eve')
  const pair = await openGroup(await forgeGroup(member, { kind: 'second-member', keyPackage: message }), world.rules)
  assert.deepEqual([pair.nodeCount, pair.members.length, pair.epoch], [3, 2, 0n])
})

test('a new group with a tree inside the GroupInfo that differs from the one beside it is refused by GR-14', async () => {
  const member = await createGroup({ groupId: Uint8Array.of(1), own: await packageOf(world, 'mallory') })
  const { ratchetTree } = await exportGroup(memberOf(world, 'alice'))
  const upload = await forgeGroup(member, { kind: 'other-tree-inside', ratchetTree })
  await refusedOnlyBy(world, { row: 'GR-14', code: 'invalid-group-info' }, (rules) => openGroup(upload, rules))
})

const infos: readonly (Case & { readonly flaw: GroupFlaw })[] = [
  { flaw: { kind: 'bad-signature' }, row: 'GI-01', code: 'invalid-group-info' },
  { flaw: { kind: 'epoch', epoch: 1n }, row: 'GI-02', code: 'invalid-group-info' },
  { flaw: { kind: 'group-id', groupId: Uint8Array.of(9) }, row: 'GI-02', code: 'invalid-group-info' },
  { flaw: { kind: 'tree-hash' }, row: 'GI-03', code: 'invalid-group-info' },
  { flaw: { kind: 'transcript-hash' }, row: 'GI-04', code: 'invalid-group-info' },
  { flaw: { kind: 'confirmation-tag' }, row: 'GI-05', code: 'invalid-group-info' },
  { flaw: { kind: 'trailing-byte' }, row: 'FR-02', code: 'malformed' },
]

for (const { flaw, ...expected } of infos)
  test(`GroupInfo of a commit with ${nameOf(flaw)} is refused by ${expected.row}`, async () => {
    const made = await commit(memberOf(world, 'alice'))
    const { groupInfo } = await forgeGroup(made.member, flaw)
    const upload = { packet: made.commitPacket, proposals: [], groupInfo }
    await refusedOnlyBy(world, expected, (rules) => readCommit(world.group, upload, rules))
  })

test('GroupInfo of a commit that another member signs is refused by CM-15, one by a foreign key by GI-01', async () => {
  const made = await commit(memberOf(world, 'alice'))
  const { member: bob } = await receive(memberOf(world, 'bob'), made.commitPacket)
  const byBob = { packet: made.commitPacket, proposals: [], groupInfo: (await exportGroup(bob)).groupInfo }
  await refusedOnlyBy(world, { row: 'CM-15', code: 'invalid-group-info' }, (rules) =>
    readCommit(world.group, byBob, rules),
  )
  const flaw: GroupFlaw = { kind: 'signed-by', key: await makeSignatureKey(world.suite) }
  const byMallory = { ...byBob, groupInfo: (await forgeGroup(made.member, flaw)).groupInfo }
  await refusedOnlyBy(world, { row: 'GI-01', code: 'invalid-group-info' }, (rules) =>
    readCommit(world.group, byMallory, rules),
  )
})

test('GroupInfo of a commit with another tree inside is refused by GR-14', async () => {
  const made = await commit(memberOf(world, 'alice'))
  const { ratchetTree } = await exportGroup(memberOf(world, 'bob'))
  const { groupInfo } = await forgeGroup(made.member, { kind: 'other-tree-inside', ratchetTree })
  await refusedOnlyBy(world, { row: 'GR-14', code: 'invalid-group-info' }, (rules) =>
    readCommit(world.group, { packet: made.commitPacket, proposals: [], groupInfo }, rules),
  )
  const good = { packet: made.commitPacket, proposals: [], ...(await exportGroup(made.member, { embedTree: true })) }
  await readCommit(world.group, good, world.rules)
})

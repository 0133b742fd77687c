// Forged proposals are refused by the check they are forged for, and by no other.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { forgeFromOutside, forgeProposal, type ProposalFlaw } from '../forge.ts'
import { commit, type ProposalValue } from '../member.ts'
import { readCommit, readProposal } from '../public-group.ts'
import { memberOf, packageOf, type World } from '../world.test.kit.ts'
import { type Case, makeTarget, nameOf, refusedOnlyBy, withUpdates } from './refused.test.kit.ts'

let world: World
let proposed: World

before(async () => {
  world = await makeTarget()
  proposed = await withUpdates(world)
})

const update: ProposalValue = { type: 'update' }
const remove = (leafIndex: number): ProposalValue & { type: 'remove' } => ({ type: 'remove', leafIndex })
const proposals: readonly (Case & { readonly flaw: ProposalFlaw; readonly value: ProposalValue })[] = [
  { flaw: { kind: 'bad-signature' }, value: remove(3), row: 'FR-09', code: 'invalid-proposal' },
  { flaw: { kind: 'trailing-byte' }, value: remove(3), row: 'FR-02', code: 'malformed' },
  { flaw: { kind: 'epoch', epoch: 0n }, value: remove(3), row: 'FR-07', code: 'wrong-epoch' },
  { flaw: { kind: 'epoch', epoch: 99n }, value: remove(3), row: 'FR-07', code: 'wrong-epoch' },
  { flaw: { kind: 'group-id', groupId: Uint8Array.of(9) }, value: remove(3), row: 'FR-06', code: 'group-mismatch' },
  { flaw: { kind: 'sender', leafIndex: 2 }, value: remove(3), row: 'FR-08', code: 'invalid-proposal' },
  { flaw: { kind: 'sender', leafIndex: 2 ** 31 }, value: remove(3), row: 'FR-08', code: 'invalid-proposal' },
  { flaw: { kind: 'sender', leafIndex: 3 }, value: remove(3), row: 'FR-09', code: 'invalid-proposal' },
  {
    flaw: { kind: 'private-message' },
    value: remove(3),
    row: 'FR-03',
    code: 'unsupported-message',
    stays: 'it cannot be read',
  },
  {
    flaw: { kind: 'application-data' },
    value: remove(3),
    row: 'FR-04',
    code: 'unsupported-message',
    stays: 'there is no proposal',
  },
  {
    flaw: { kind: 'update-identity', identity: Uint8Array.of(7) },
    value: update,
    row: 'IP-05',
    code: 'invalid-proposal',
  },
  { flaw: { kind: 'update-same-key' }, value: update, row: 'LN-09', code: 'invalid-proposal' },
  { flaw: { kind: 'update-leaf-signature' }, value: update, row: 'LN-02', code: 'invalid-proposal' },
  {
    flaw: { kind: 'update-leaf-source' },
    value: update,
    row: 'LN-08',
    code: 'invalid-proposal',
    stays: 'LN-09 as well',
  },
  { flaw: { kind: 'signed-without-context' }, value: remove(3), row: 'FR-09', code: 'invalid-proposal' },
  { flaw: { kind: 'signed-without-label' }, value: remove(3), row: 'FR-09', code: 'invalid-proposal' },
  { flaw: { kind: 'short-membership-tag' }, value: remove(3), row: 'FR-14', code: 'invalid-proposal' },
  {
    flaw: { kind: 'update-leaf', leaf: { kind: 'leaf-signed-for', groupId: Uint8Array.of(9) } },
    value: update,
    row: 'LN-02',
    code: 'invalid-proposal',
  },
  {
    flaw: { kind: 'update-leaf', leaf: { kind: 'unlisted-leaf-extension' } },
    value: update,
    row: 'LN-07',
    code: 'invalid-proposal',
  },
  {
    flaw: { kind: 'update-leaf', leaf: { kind: 'leaf-source', source: 'commit' } },
    value: update,
    row: 'LN-08',
    code: 'invalid-proposal',
  },
  {
    flaw: { kind: 'update-leaf', leaf: { kind: 'encryption-key', key: Uint8Array.of(4) } },
    value: update,
    row: 'KP-B5',
    code: 'invalid-proposal',
  },
  { flaw: { kind: 'external-init' }, value: remove(3), row: 'PL-06', code: 'invalid-proposal' },
  { flaw: { kind: 'psk-nonce' }, value: remove(3), row: 'PL-04', code: 'invalid-proposal' },
]

for (const { flaw, value, ...expected } of proposals)
  test(`proposal with ${nameOf(flaw)} is refused by ${expected.row}`, async () => {
    const packet = await forgeProposal(memberOf(world, 'alice'), value, flaw)
    await refusedOnlyBy(world, expected, (rules) => readProposal(world.group, packet, rules))
  })

test('a commit on the proposal route, and a proposal on the commit route, are refused by FR-05', async () => {
  const made = await commit(memberOf(world, 'alice'))
  const expected = { row: 'FR-05', code: 'unsupported-message', stays: 'it cannot be read' }
  await refusedOnlyBy(world, expected, (rules) => readProposal(world.group, made.commitPacket, rules))
  const packet = proposed.proposals[0]?.packet ?? assert.fail('no proposal')
  await refusedOnlyBy(world, expected, (rules) => readCommit(world.group, { packet, proposals: [] }, rules))
})

test('what comes from outside is refused where its sender may not send it', async () => {
  const alice = memberOf(world, 'alice')
  const { signatureKey: key } = await packageOf(world, 'zoe')
  type Args = Parameters<typeof forgeFromOutside>
  const outside = (content: Args[1], sender: Args[2]['sender']) => forgeFromOutside(alice, content, { key, sender })
  const refused = async (packet: Uint8Array, row: string) =>
    assert.rejects(readProposal(world.group, packet, world.rules), { row })
  await refused(await outside(remove(3), { external: 0 }), 'FR-10')
  await refused(await outside(remove(3), 'new-member-proposal'), 'FR-12')
  await refused(await outside(remove(3), 'new-member-commit'), 'FR-13')
  const packet = await outside({ type: 'commit' }, { external: 0 })
  await assert.rejects(readCommit(world.group, { packet, proposals: [] }, world.rules), { row: 'FR-10' })
})

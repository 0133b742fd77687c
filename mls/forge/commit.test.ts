import { before, test } from 'node:test'
import { type CommitFlaw, forgeCommit } from '../forge.ts'
import type { CommitOptions } from '../member.ts'
import { readCommit } from '../public-group.ts'
import { memberOf, now, type World } from '../world.test.kit.ts'
import { type Case, makeTarget, nameOf, refusedOnlyBy } from './refused.test.kit.ts'

let world: World

before(async () => {
  world = await makeTarget()
})

const commits: readonly (Case & { readonly flaw: CommitFlaw; readonly options?: CommitOptions })[] = [
  { flaw: { kind: 'bad-signature' }, row: 'FR-09', code: 'invalid-commit' },
  { flaw: { kind: 'trailing-byte' }, row: 'FR-02', code: 'malformed' },
  { flaw: { kind: 'epoch', epoch: 1n }, row: 'FR-07', code: 'wrong-epoch' },
  { flaw: { kind: 'epoch', epoch: 99n }, row: 'FR-07', code: 'wrong-epoch' },
  { flaw: { kind: 'group-id', groupId: Uint8Array.of(9) }, row: 'FR-06', code: 'group-mismatch' },
  {
    flaw: { kind: 'sender', leafIndex: 2 },
    row: 'FR-08',
    code: 'invalid-commit',
    stays: 'the path is of another leaf',
  },
  { flaw: { kind: 'private-message' }, row: 'FR-03', code: 'unsupported-message', stays: 'it cannot be read' },
  { flaw: { kind: 'version', version: 2 }, row: 'FR-01', code: 'unsupported-message' },
  { flaw: { kind: 'non-minimal-length' }, row: 'FR-02', code: 'malformed' },
  { flaw: { kind: 'truncated' }, row: 'FR-02', code: 'malformed', stays: 'it cannot be decoded' },
  {
    flaw: { kind: 'wire-format', wireFormat: 9 },
    row: 'FR-02',
    code: 'malformed',
    stays: 'it cannot be decoded',
  },
  { flaw: { kind: 'signed-without-context' }, row: 'FR-09', code: 'invalid-commit' },
  { flaw: { kind: 'signed-without-label' }, row: 'FR-09', code: 'invalid-commit' },
  { flaw: { kind: 'no-membership-tag' }, row: 'FR-02', code: 'malformed', stays: 'it cannot be decoded' },
  { flaw: { kind: 'short-membership-tag' }, row: 'FR-14', code: 'invalid-commit' },
  { flaw: { kind: 'short-confirmation-tag' }, row: 'FR-15', code: 'invalid-commit', stays: 'GI-05 as well' },
  { flaw: { kind: 'authenticated-data', length: 100_000 }, row: 'FR-16', code: 'invalid-commit' },
  { flaw: { kind: 'missing-path' }, row: 'CB-03', code: 'invalid-commit' },
  { flaw: { kind: 'unknown-reference', reference: new Uint8Array(32) }, row: 'CB-01', code: 'invalid-commit' },
  { flaw: { kind: 'self-remove' }, row: 'PL-10', code: 'invalid-commit' },
  { flaw: { kind: 'path-leaf-key' }, row: 'LN-02', code: 'invalid-commit' },
  { flaw: { kind: 'path-leaf-signature' }, row: 'LN-02', code: 'invalid-commit' },
  { flaw: { kind: 'path-leaf-source' }, row: 'LN-08', code: 'invalid-commit' },
  { flaw: { kind: 'path-parent-hash' }, row: 'CB-04', code: 'invalid-commit' },
  { flaw: { kind: 'path-same-key' }, row: 'LN-09', code: 'invalid-commit', stays: 'CB-06 as well' },
  { flaw: { kind: 'path-identity', identity: Uint8Array.of(7) }, row: 'IP-05', code: 'invalid-commit' },
  {
    flaw: { kind: 'path-leaf', leaf: { kind: 'leaf-signed-for', leafIndex: 1 } },
    row: 'LN-02',
    code: 'invalid-commit',
  },
  {
    flaw: { kind: 'path-leaf', leaf: { kind: 'capabilities-without', what: 'suite' } },
    row: 'LN-12',
    code: 'invalid-commit',
  },
  { flaw: { kind: 'path-leaf', leaf: { kind: 'repeated-leaf-extension' } }, row: 'LN-14', code: 'invalid-commit' },
  {
    flaw: { kind: 'path-leaf', leaf: { kind: 'lifetime', notBefore: 0n, notAfter: now + 9n } },
    row: 'LN-08',
    code: 'invalid-commit',
  },
  { flaw: { kind: 'path-too-short' }, row: 'CB-05', code: 'invalid-commit' },
  { flaw: { kind: 'path-too-long' }, row: 'CB-05', code: 'invalid-commit' },
  { flaw: { kind: 'path-key-of-tree' }, row: 'CB-06', code: 'invalid-commit', stays: 'LN-11 as well' },
  { flaw: { kind: 'path-ciphertext-surplus' }, row: 'CB-05', code: 'invalid-commit' },
  { flaw: { kind: 'own-update' }, row: 'PL-09', code: 'invalid-commit' },
  { flaw: { kind: 'path-ciphertext-missing' }, row: 'CB-05', code: 'invalid-commit' },
]

for (const { flaw, options = {}, ...expected } of commits)
  test(`commit with ${nameOf(flaw)} is refused by ${expected.row}`, async () => {
    const forged = await forgeCommit(memberOf(world, 'alice'), options, flaw)
    const upload = { packet: forged.commitPacket, proposals: [], groupInfo: forged.groupInfo }
    const { groupInfo: _, ...withoutGroupInfo } = upload
    await refusedOnlyBy(world, expected, (rules) =>
      readCommit(world.group, flaw.kind === 'missing-path' ? withoutGroupInfo : upload, rules),
    )
  })

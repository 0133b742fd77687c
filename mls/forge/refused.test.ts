// Every forged object is refused by the check it is forged for, and accepted where only that check is left out.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import {
  type CommitFlaw,
  type ExternalCommitFlaw,
  forgeCommit,
  forgeExternalCommit,
  forgeGroup,
  forgeKeyPackage,
  forgeProposal,
  forgeWelcome,
  type GroupFlaw,
  type KeyPackageFlaw,
  type ProposalFlaw,
  type WelcomeFlaw,
} from '../forge.ts'
import { makeSignatureKey } from '../key-package.ts'
import {
  type CommitOptions,
  commit,
  createGroup,
  describeMember,
  exportGroup,
  joinExternally,
  type ProposalValue,
  receive,
} from '../member.ts'
import { openGroup, type Rules, readCommit, readProposal, validateKeyPackage, withoutCheck } from '../public-group.ts'
import { MlsRejection } from '../rejection.ts'
import {
  addMembers,
  makeWorld,
  memberOf,
  now,
  packageOf,
  proposeIn,
  removeMember,
  type World,
} from '../world.test.kit.ts'

let world: World
let proposed: World

before(async () => {
  // Leaves: Alice 0, Bob 1, blank 2, Dave 3, Erin 4.
  world = await makeWorld(1)
  world = await addMembers(world, 'alice', ['bob', 'carol', 'dave', 'erin'], true)
  world = await addMembers(world, 'dave', [], true)
  world = await removeMember(world, 'alice', 'carol')
  proposed = await proposeIn(world, 'alice', { type: 'update' })
  proposed = await proposeIn(proposed, 'bob', { type: 'update' })
})

/** `stays`: the object is refused by something else too once the row is left out, and why that cannot be avoided. */
interface Case {
  readonly row: string
  readonly code: string
  readonly stays?: string
}

const keyPackages: readonly (Case & { readonly flaw: KeyPackageFlaw })[] = [
  { flaw: { kind: 'bad-signature' }, row: 'KP-B3', code: 'invalid-key-package' },
  { flaw: { kind: 'bad-leaf-signature' }, row: 'LN-02', code: 'invalid-key-package' },
  { flaw: { kind: 'trailing-byte' }, row: 'FR-02', code: 'malformed' },
  { flaw: { kind: 'no-mls-message' }, row: 'FR-02', code: 'malformed', stays: 'it cannot be decoded' },
  { flaw: { kind: 'non-minimal-length' }, row: 'FR-02', code: 'malformed' },
  { flaw: { kind: 'lifetime', notBefore: now - 9n, notAfter: now - 1n }, row: 'LN-05', code: 'invalid-key-package' },
  { flaw: { kind: 'lifetime', notBefore: now + 1n, notAfter: now + 9n }, row: 'LN-05', code: 'invalid-key-package' },
  { flaw: { kind: 'suite', cipherSuite: 3 }, row: 'KP-B1', code: 'invalid-key-package', stays: 'LN-12 as well' },
  {
    flaw: { kind: 'leaf-source', source: 'update' },
    row: 'LN-08',
    code: 'invalid-key-package',
    stays: 'there is no lifetime to store',
  },
  { flaw: { kind: 'init-key-is-encryption-key' }, row: 'KP-B4', code: 'invalid-key-package' },
  { flaw: { kind: 'short-init-key' }, row: 'KP-B5', code: 'invalid-key-package' },
  { flaw: { kind: 'capabilities-without', what: 'suite' }, row: 'LN-12', code: 'invalid-key-package' },
  { flaw: { kind: 'capabilities-without', what: 'version' }, row: 'LN-12', code: 'invalid-key-package' },
  { flaw: { kind: 'capabilities-without', what: 'credential' }, row: 'LN-07', code: 'invalid-key-package' },
  { flaw: { kind: 'x509-credential', certificate: Uint8Array.of(1) }, row: 'LN-01', code: 'invalid-key-package' },
  { flaw: { kind: 'unlisted-leaf-extension' }, row: 'LN-07', code: 'invalid-key-package' },
  { flaw: { kind: 'repeated-leaf-extension' }, row: 'LN-14', code: 'invalid-key-package' },
]

for (const { flaw, ...expected } of keyPackages)
  test(`key package with ${nameOf(flaw)} is refused by ${expected.row}`, async () => {
    const message = await forgeKeyPackage(await packageOf(world, 'mallory'), flaw)
    const expect = { cipherSuite: 1, protocolVersion: 1 }
    await refusedOnlyBy(expected, (rules) => validateKeyPackage(message, expect, rules))
  })

const groups: readonly (Case & { readonly flaw: GroupFlaw })[] = [
  { flaw: { kind: 'bad-signature' }, row: 'GI-01', code: 'invalid-group-info' },
  { flaw: { kind: 'signer', leafIndex: 1 }, row: 'GI-01', code: 'invalid-group-info' },
  { flaw: { kind: 'tree-hash' }, row: 'GI-03', code: 'invalid-group-info' },
  { flaw: { kind: 'transcript-hash' }, row: 'GI-04', code: 'invalid-group-info' },
  { flaw: { kind: 'trailing-byte' }, row: 'FR-02', code: 'malformed' },
  { flaw: { kind: 'tree-trailing-byte' }, row: 'FR-02', code: 'malformed' },
  { flaw: { kind: 'bad-leaf-signature' }, row: 'LN-02', code: 'invalid-group-info' },
  { flaw: { kind: 'trailing-blank' }, row: 'RT-01', code: 'invalid-group-info' },
  { flaw: { kind: 'empty-tree' }, row: 'RT-01', code: 'invalid-group-info', stays: 'there is no member' },
  { flaw: { kind: 'leaf-as-parent' }, row: 'RT-02', code: 'invalid-group-info', stays: 'its key is in the tree twice' },
  { flaw: { kind: 'suite', cipherSuite: 3 }, row: 'LN-12', code: 'invalid-group-info' },
  { flaw: { kind: 'suite', cipherSuite: 4 }, row: 'GI-02', code: 'unsupported-suite', stays: 'nobody can check it' },
]

for (const { flaw, ...expected } of groups)
  test(`new group with ${nameOf(flaw)} is refused by ${expected.row}`, async () => {
    const own = await packageOf(world, 'mallory')
    const upload = await forgeGroup(await createGroup({ groupId: Uint8Array.of(1), own }), flaw)
    await refusedOnlyBy(expected, (rules) => openGroup(upload, rules))
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
  await refusedOnlyBy({ row: 'GR-14', code: 'invalid-group-info' }, (rules) => openGroup(upload, rules))
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
  { flaw: { kind: 'external-init' }, value: remove(3), row: 'PL-06', code: 'invalid-proposal' },
  { flaw: { kind: 'psk-nonce' }, value: remove(3), row: 'PL-04', code: 'invalid-proposal' },
]

for (const { flaw, value, ...expected } of proposals)
  test(`proposal with ${nameOf(flaw)} is refused by ${expected.row}`, async () => {
    const packet = await forgeProposal(memberOf(world, 'alice'), value, flaw)
    await refusedOnlyBy(expected, (rules) => readProposal(world.group, packet, rules))
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
  { flaw: { kind: 'missing-path' }, row: 'CB-03', code: 'invalid-commit' },
  { flaw: { kind: 'unknown-reference', reference: new Uint8Array(32) }, row: 'CB-01', code: 'invalid-commit' },
  { flaw: { kind: 'self-remove' }, row: 'PL-10', code: 'invalid-commit' },
  { flaw: { kind: 'path-leaf-key' }, row: 'LN-02', code: 'invalid-commit' },
  { flaw: { kind: 'path-leaf-signature' }, row: 'LN-02', code: 'invalid-commit' },
  { flaw: { kind: 'path-leaf-source' }, row: 'LN-08', code: 'invalid-commit' },
  { flaw: { kind: 'path-parent-hash' }, row: 'CB-04', code: 'invalid-commit' },
  { flaw: { kind: 'path-same-key' }, row: 'LN-09', code: 'invalid-commit', stays: 'CB-06 as well' },
  { flaw: { kind: 'path-identity', identity: Uint8Array.of(7) }, row: 'IP-05', code: 'invalid-commit' },
  { flaw: { kind: 'path-too-short' }, row: 'CB-05', code: 'invalid-commit', stays: 'its parent hash cannot fit' },
  { flaw: { kind: 'path-too-long' }, row: 'CB-05', code: 'invalid-commit' },
  { flaw: { kind: 'path-key-of-tree' }, row: 'CB-06', code: 'invalid-commit', stays: 'its parent hash cannot fit' },
  { flaw: { kind: 'path-ciphertext-missing' }, row: 'CB-05', code: 'invalid-commit' },
]

for (const { flaw, options = {}, ...expected } of commits)
  test(`commit with ${nameOf(flaw)} is refused by ${expected.row}`, async () => {
    const forged = await forgeCommit(memberOf(world, 'alice'), options, flaw)
    const upload = { packet: forged.commitPacket, proposals: [], groupInfo: forged.groupInfo }
    const { groupInfo: _, ...withoutGroupInfo } = upload
    await refusedOnlyBy(expected, (rules) =>
      readCommit(world.group, flaw.kind === 'missing-path' ? withoutGroupInfo : upload, rules),
    )
  })

const lists: readonly (Case & {
  readonly what: string
  readonly proposals: NonNullable<CommitOptions['proposals']>
})[] = [
  { what: 'two Removes of one leaf', proposals: [remove(3), remove(3)], row: 'PL-11', code: 'invalid-commit' },
  { what: 'a Remove of a blank leaf', proposals: [remove(2)], row: 'PL-03', code: 'invalid-commit' },
  { what: 'a Remove far outside the tree', proposals: [remove(2 ** 31)], row: 'PL-03', code: 'invalid-commit' },
  {
    what: 'two GroupContextExtensions',
    proposals: [
      { type: 'group-context-extensions', extensions: [] },
      { type: 'group-context-extensions', extensions: [] },
    ],
    row: 'PL-14',
    code: 'invalid-commit',
  },
  {
    what: 'extensions nobody supports',
    proposals: [
      {
        type: 'group-context-extensions',
        extensions: [{ type: 'other', extensionType: 0xf0f0, data: Uint8Array.of() }],
      },
    ],
    row: 'PL-07',
    code: 'invalid-commit',
    stays: 'the path leaf does not support them either',
  },
  {
    what: 'ReInit beside another proposal',
    proposals: [{ type: 're-init', groupId: Uint8Array.of(5) }, remove(3)],
    row: 'PL-15',
    code: 'invalid-commit',
  },
]

for (const { what, proposals: values, ...expected } of lists)
  test(`commit with ${what} is refused by ${expected.row}`, async () => {
    const made = await commit(memberOf(world, 'alice'), { proposals: values })
    const upload = { packet: made.commitPacket, proposals: [], groupInfo: made.groupInfo }
    await refusedOnlyBy(expected, (rules) => readCommit(world.group, upload, rules))
  })

test('commit with the committer own Update is refused by PL-09', async () => {
  const references = proposed.proposals.map(({ ref }) => ref)
  const made = await commit(memberOf(proposed, 'alice'), { references })
  const upload = { packet: made.commitPacket, proposals: proposed.proposals, groupInfo: made.groupInfo }
  await refusedOnlyBy({ row: 'PL-09', code: 'invalid-commit' }, (rules) => readCommit(proposed.group, upload, rules))
})

test('commit with a reference twice is refused by CB-02', async () => {
  const forged = await forgeCommit(memberOf(proposed, 'alice'), {}, { kind: 'reference-twice' })
  const upload = { packet: forged.commitPacket, proposals: proposed.proposals, groupInfo: forged.groupInfo }
  const expected = { row: 'CB-02', code: 'invalid-commit', stays: 'PL-11 as well' }
  await refusedOnlyBy({ ...expected, row: 'PL-11' }, (rules) => readCommit(proposed.group, upload, rules))
})

test('commit with Update and Remove of one leaf is refused by PL-11', async () => {
  const made = await commit(memberOf(proposed, 'alice'), { proposals: [remove(1)] })
  const upload = { packet: made.commitPacket, proposals: proposed.proposals, groupInfo: made.groupInfo }
  await refusedOnlyBy({ row: 'PL-11', code: 'invalid-commit' }, (rules) => readCommit(proposed.group, upload, rules))
})

test('commit that cites a proposal of an earlier epoch is refused by CB-01', async () => {
  const later = await addMembers({ ...proposed }, 'dave', [], true)
  const old = proposed.proposals[1]
  assert.ok(old)
  const forged = await forgeCommit(memberOf(later, 'alice'), {}, { kind: 'unknown-reference', reference: old.ref })
  const upload = { packet: forged.commitPacket, proposals: proposed.proposals, groupInfo: forged.groupInfo }
  await refusedOnlyBy({ row: 'CB-01', code: 'invalid-commit' }, (rules) => readCommit(later.group, upload, rules))
})

test('commit that adds a client twice, or one that is in the group, is refused by PL-12', async () => {
  for (const names of [['bob'], ['zoe', 'zoe']]) {
    const packages = await Promise.all(names.map((name) => packageOf(world, name)))
    const values = packages.map(({ message }) => ({ type: 'add' as const, keyPackage: message }))
    const {
      commitPacket: packet,
      welcomePacket,
      groupInfo,
    } = await commit(memberOf(world, 'alice'), { proposals: values })
    assert.ok(welcomePacket)
    const upload = { packet, groupInfo, welcome: welcomePacket, proposals: [] }
    await refusedOnlyBy({ row: 'PL-12', code: 'invalid-commit' }, (rules) => readCommit(world.group, upload, rules))
  }
})

test('commit that adds a bad key package is refused, by PL-01 as a whole', async () => {
  const keyPackage = await forgeKeyPackage(await packageOf(world, 'zoe'), { kind: 'bad-signature' })
  const made = await commit(memberOf(world, 'alice'), { proposals: [{ type: 'add', keyPackage }] })
  assert.ok(made.welcomePacket)
  const { commitPacket: packet, groupInfo } = made
  const upload = { packet, groupInfo, welcome: made.welcomePacket, proposals: [] }
  for (const left of ['KP-B3', 'PL-01', 'PL-08'])
    await readCommit(world.group, upload, { ...world.rules, checks: withoutCheck(world.rules.checks, left) })
  await refusedOnlyBy({ row: 'KP-B3', code: 'invalid-key-package' }, (rules) => readCommit(world.group, upload, rules))
})

test('commit after a ReInit is refused by CB-11', async () => {
  const alice = memberOf(world, 'alice')
  const reinit = await commit(alice, { proposals: [{ type: 're-init', groupId: Uint8Array.of(5) }] })
  const { next } = await readCommit(world.group, { packet: reinit.commitPacket, proposals: [] }, world.rules)
  assert.equal(next.closed, true)
  const bob = await receive(memberOf(world, 'bob'), reinit.commitPacket)
  const open = { ...bob.member, state: { ...bob.member.state, groupActiveState: { kind: 'active' as const } } }
  const made = await commit(open)
  const upload = { packet: made.commitPacket, proposals: [] }
  await refusedOnlyBy({ row: 'CB-11', code: 'invalid-commit' }, (rules) => readCommit(next, upload, rules))
})

const welcomes: readonly (Case & { readonly flaw: WelcomeFlaw })[] = [
  { flaw: { kind: 'foreign-recipient', ref: new Uint8Array(32) }, row: 'CB-10', code: 'invalid-welcome' },
  { flaw: { kind: 'extra-recipient', ref: new Uint8Array(32) }, row: 'CB-10', code: 'invalid-welcome' },
  { flaw: { kind: 'missing-recipient' }, row: 'CB-10', code: 'invalid-welcome' },
  { flaw: { kind: 'recipient-twice' }, row: 'CB-10', code: 'invalid-welcome' },
  { flaw: { kind: 'suite', cipherSuite: 3 }, row: 'CM-18', code: 'invalid-welcome' },
  { flaw: { kind: 'trailing-byte' }, row: 'FR-02', code: 'malformed' },
]

for (const { flaw, ...expected } of welcomes)
  test(`welcome with ${nameOf(flaw)} is refused by ${expected.row}`, async () => {
    const { upload, welcome } = await addingZoe()
    const forged = { ...upload, welcome: forgeWelcome(welcome, flaw) }
    await refusedOnlyBy(expected, (rules) => readCommit(world.group, forged, rules))
  })

test('an Add without Welcome is refused by CM-09, a Welcome without Add by CM-17', async () => {
  const { upload, welcome } = await addingZoe()
  await refusedOnlyBy({ row: 'CM-09', code: 'invalid-welcome' }, (rules) => readCommit(world.group, upload, rules))
  const made = await commit(memberOf(world, 'alice'))
  const plain = { packet: made.commitPacket, proposals: [], welcome }
  await refusedOnlyBy({ row: 'CM-17', code: 'invalid-welcome' }, (rules) => readCommit(world.group, plain, rules))
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
    await refusedOnlyBy(expected, (rules) => readCommit(world.group, upload, rules))
  })

test('GroupInfo of a commit that another member signs is refused by CM-15, one by a foreign key by GI-01', async () => {
  const made = await commit(memberOf(world, 'alice'))
  const { member: bob } = await receive(memberOf(world, 'bob'), made.commitPacket)
  const byBob = { packet: made.commitPacket, proposals: [], groupInfo: (await exportGroup(bob)).groupInfo }
  await refusedOnlyBy({ row: 'CM-15', code: 'invalid-group-info' }, (rules) => readCommit(world.group, byBob, rules))
  const flaw: GroupFlaw = { kind: 'signed-by', key: await makeSignatureKey(world.suite) }
  const byMallory = { ...byBob, groupInfo: (await forgeGroup(made.member, flaw)).groupInfo }
  await refusedOnlyBy({ row: 'GI-01', code: 'invalid-group-info' }, (rules) =>
    readCommit(world.group, byMallory, rules),
  )
})

const externals: readonly (Case & { readonly flaw: ExternalCommitFlaw })[] = [
  { flaw: { kind: 'bad-signature' }, row: 'FR-09', code: 'invalid-commit' },
  { flaw: { kind: 'epoch', epoch: 1n }, row: 'FR-07', code: 'wrong-epoch' },
  { flaw: { kind: 'no-external-init' }, row: 'XC-01', code: 'invalid-commit' },
  { flaw: { kind: 'two-external-inits' }, row: 'XC-01', code: 'invalid-commit' },
  { flaw: { kind: 'short-kem-output' }, row: 'XC-08', code: 'invalid-commit' },
  { flaw: { kind: 'missing-path' }, row: 'XC-05', code: 'invalid-commit' },
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
    await refusedOnlyBy(expected, (rules) => readCommit(world.group, upload, rules))
  })

test('external commit that cites a known proposal is refused by XC-04', async () => {
  const known = proposed.proposals[1]
  assert.ok(known)
  const options = { own: await packageOf(world, 'zoe'), ...(await exportGroup(memberOf(world, 'bob'))) }
  const { commitPacket: packet } = await forgeExternalCommit(options, { kind: 'reference', reference: known.ref })
  const expected = { row: 'XC-03', code: 'invalid-commit', stays: 'XC-04 as well' }
  await refusedOnlyBy(expected, (rules) => readCommit(proposed.group, { packet, proposals: proposed.proposals }, rules))
})

test('external commit that adds somebody is refused by XC-03', async () => {
  const { message } = await packageOf(world, 'zoe')
  const options = { own: await packageOf(world, 'yves'), ...(await exportGroup(memberOf(world, 'bob'))) }
  const { commitPacket: packet } = await forgeExternalCommit(options, { kind: 'add', keyPackage: message })
  const expected = { row: 'XC-03', code: 'invalid-commit', stays: 'its path was made for another leaf' }
  await refusedOnlyBy(expected, (rules) => readCommit(world.group, { packet, proposals: [] }, rules))
})

test('external commit of a member that does not remove its former leaf is refused by XC-06', async () => {
  const own = await packageOf(world, 'dave')
  const made = await joinExternally({ own, ...(await exportGroup(memberOf(world, 'bob'))) })
  const upload = { packet: made.commitPacket, proposals: [], groupInfo: made.groupInfo }
  await refusedOnlyBy({ row: 'XC-06', code: 'invalid-commit' }, (rules) => readCommit(world.group, upload, rules))
})

test('a commit on the proposal route, and a proposal on the commit route, are refused by FR-05', async () => {
  const made = await commit(memberOf(world, 'alice'))
  const expected = { row: 'FR-05', code: 'unsupported-message', stays: 'it cannot be read' }
  await refusedOnlyBy(expected, (rules) => readProposal(world.group, made.commitPacket, rules))
  const packet = proposed.proposals[0]?.packet ?? assert.fail('no proposal')
  await refusedOnlyBy(expected, (rules) => readCommit(world.group, { packet, proposals: [] }, rules))
})

test('a member that was removed cannot send any more', async () => {
  const carol = describeMember(memberOf(world, 'alice')).members.map(({ leafIndex }) => leafIndex)
  assert.deepEqual(carol, [0, 1, 3, 4])
})

async function addingZoe() {
  const { message } = await packageOf(world, 'zoe')
  const made = await commit(memberOf(world, 'alice'), { proposals: [{ type: 'add', keyPackage: message }] })
  assert.ok(made.welcomePacket)
  const upload = { packet: made.commitPacket, proposals: [], groupInfo: made.groupInfo }
  return { upload, welcome: made.welcomePacket }
}

async function refusedOnlyBy({ row, code, stays }: Case, attempt: (rules: Rules) => Promise<unknown>): Promise<void> {
  await assert.rejects(attempt(world.rules), (error) => {
    assert.ok(error instanceof MlsRejection, String(error))
    assert.deepEqual(
      { row: error.row, code: error.code, message: error.message },
      { row, code, message: error.message },
    )
    return true
  })
  if (code === 'unsupported-suite') return
  const lenient = attempt({ ...world.rules, checks: withoutCheck(world.rules.checks, row) })
  if (stays === undefined) await lenient
  else await assert.rejects(lenient, MlsRejection)
}

function nameOf(flaw: { readonly kind: string }): string {
  return Object.values<unknown>({ ...flaw })
    .map((value) => (value instanceof Uint8Array ? `${value.length} bytes` : String(value)))
    .join(' ')
}

// Commits whose proposals cannot go together are refused by the rule they break, and by no other.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { forgeCommit, forgeKeyPackage } from '../forge.ts'
import { type CommitOptions, commit, type ProposalValue, receive } from '../member.ts'
import { readCommit, withoutCheck } from '../public-group.ts'
import { addMembers, memberOf, packageOf, type World } from '../world.test.kit.ts'
import { type Case, makeTarget, refusedOnlyBy, withUpdates } from './refused.test.kit.ts'

let world: World
let proposed: World

before(async () => {
  world = await makeTarget()
  proposed = await withUpdates(world)
})

const remove = (leafIndex: number): ProposalValue & { type: 'remove' } => ({ type: 'remove', leafIndex })
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
    await refusedOnlyBy(world, expected, (rules) => readCommit(world.group, upload, rules))
  })

test('commit with the committer own Update is refused by PL-09', async () => {
  const references = proposed.proposals.map(({ ref }) => ref)
  const made = await commit(memberOf(proposed, 'alice'), { references })
  const upload = { packet: made.commitPacket, proposals: proposed.proposals, groupInfo: made.groupInfo }
  await refusedOnlyBy(world, { row: 'PL-09', code: 'invalid-commit' }, (rules) =>
    readCommit(proposed.group, upload, rules),
  )
})

test('commit with a reference twice is refused by CB-02', async () => {
  const forged = await forgeCommit(memberOf(proposed, 'alice'), {}, { kind: 'reference-twice' })
  const upload = { packet: forged.commitPacket, proposals: proposed.proposals, groupInfo: forged.groupInfo }
  const expected = { row: 'CB-02', code: 'invalid-commit', stays: 'PL-11 as well' }
  await refusedOnlyBy(world, { ...expected, row: 'PL-11' }, (rules) => readCommit(proposed.group, upload, rules))
})

test('commit with Update and Remove of one leaf is refused by PL-11', async () => {
  const made = await commit(memberOf(proposed, 'alice'), { proposals: [remove(1)] })
  const upload = { packet: made.commitPacket, proposals: proposed.proposals, groupInfo: made.groupInfo }
  await refusedOnlyBy(world, { row: 'PL-11', code: 'invalid-commit' }, (rules) =>
    readCommit(proposed.group, upload, rules),
  )
})

test('commit that cites a proposal of an earlier epoch is refused by CB-01', async () => {
  const later = await addMembers({ ...proposed }, 'dave', [], true)
  const old = proposed.proposals[1]
  assert.ok(old)
  const forged = await forgeCommit(memberOf(later, 'alice'), {}, { kind: 'unknown-reference', reference: old.ref })
  const upload = { packet: forged.commitPacket, proposals: proposed.proposals, groupInfo: forged.groupInfo }
  await refusedOnlyBy(world, { row: 'CB-01', code: 'invalid-commit' }, (rules) =>
    readCommit(later.group, upload, rules),
  )
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
    await refusedOnlyBy(world, { row: 'PL-12', code: 'invalid-commit' }, (rules) =>
      readCommit(world.group, upload, rules),
    )
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
  await refusedOnlyBy(world, { row: 'KP-B3', code: 'invalid-key-package' }, (rules) =>
    readCommit(world.group, upload, rules),
  )
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
  await refusedOnlyBy(world, { row: 'CB-11', code: 'invalid-commit' }, (rules) => readCommit(next, upload, rules))
})

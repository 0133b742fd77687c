// Trees with one thing wrong in their structure; that valid trees pass is held by the published vectors.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { ParentNode } from 'ts-mls/parentNode.js'
import type { RatchetTree } from 'ts-mls/ratchetTree.js'
import { spoiled } from '../forge.ts'
import { leafAt, parentAt } from '../tree/leaves.ts'
import { addMembers, makeWorld, memberOf, removeMember, type World } from '../world.test.kit.ts'
import { runChecks } from './check.ts'
import { memberChecks } from './members.ts'
import { tooLarge, treeChecks } from './ratchet-tree.ts'

let world: World
let tree: RatchetTree

// Leaves: Alice 0, Frank 1 (unmerged above), Carol 2, Dave 3, Erin 4, Grace 5 (unmerged above).
before(async () => {
  world = await addMembers(await makeWorld(1), 'alice', ['bob', 'carol', 'dave', 'erin'], true)
  world = await addMembers(world, 'dave', [], true)
  world = await removeMember(world, 'alice', 'bob')
  world = await addMembers(world, 'carol', ['frank', 'grace'])
  tree = memberOf(world, 'alice').state.ratchetTree
})

test('the tree as it is passes', async () => {
  await check(tree)
  assert.deepEqual(parentAt(tree, 3)?.unmergedLeaves, [1])
  assert.deepEqual(parentAt(tree, 7)?.unmergedLeaves, [1, 5])
})

test('a parent hash that does not fit is refused by RT-04', async () => {
  await refused(
    'RT-04',
    withParent(3, ({ parentHash }) => ({ parentHash: spoiled(parentHash) })),
  )
  await refused(
    'RT-04',
    withParent(3, () => ({ parentHash: new Uint8Array() })),
  )
  await refused(
    'RT-04',
    withParent(5, ({ hpkePublicKey }) => ({ hpkePublicKey: spoiled(hpkePublicKey) })),
  )
})

test('unmerged leaves that are unsorted, blank, elsewhere or not listed in between are refused by RT-05', async () => {
  await refused(
    'RT-05',
    withParent(7, () => ({ unmergedLeaves: [5, 1] })),
  )
  await refused(
    'RT-05',
    withParent(7, () => ({ unmergedLeaves: [1, 1, 5] })),
  )
  await refused(
    'RT-05',
    withParent(7, () => ({ unmergedLeaves: [1, 5, 6] })),
  )
  await refused(
    'RT-05',
    withParent(7, () => ({ unmergedLeaves: [1, 5, 2 ** 31] })),
  )
  await refused(
    'RT-05',
    withParent(3, () => ({ unmergedLeaves: [1, 5] })),
  )
  await refused(
    'RT-05',
    withParent(3, () => ({ unmergedLeaves: [] })),
  )
})

test('a key, a signature key or a client that stands twice is refused by LN-11, LN-10 and IP-04', async () => {
  const [alice, erin] = [leafAt(tree, 0), leafAt(tree, 4)]
  assert.ok(alice && erin)
  await refused('LN-11', withLeaf(4, { ...erin, hpkePublicKey: alice.hpkePublicKey }))
  await refused('LN-10', withLeaf(4, { ...erin, signaturePublicKey: alice.signaturePublicKey }))
  await refused('IP-04', withLeaf(4, { ...erin, credential: alice.credential }))
  const x509 = { credentialType: 'x509' as const, certificates: [] }
  await refused('LN-04', withLeaf(4, { ...erin, credential: x509 }))
})

test('a key of a parent that stands in another parent or in a leaf is refused by RT-06', async () => {
  const nodes = { rules: world.rules, suite: world.suite, code: 'invalid-group-info' } as const
  const judge = (changed: RatchetTree) => runChecks(memberChecks, { ...nodes, tree: changed })
  await judge(tree)
  const [leaf, parent] = [leafAt(tree, 4)?.hpkePublicKey, parentAt(tree, 7)?.hpkePublicKey]
  assert.ok(leaf && parent)
  for (const hpkePublicKey of [leaf, parent])
    await assert.rejects(judge(withParent(3, () => ({ hpkePublicKey }))), { row: 'RT-06' })
})

test('a tree of more than 10,000 leaves is refused by RT-07; blank nodes at its end do not count', () => {
  const [node] = tree
  const full = Array.from({ length: 19_999 }, () => node)
  assert.equal(tooLarge([...full, ...Array(12_768).fill(undefined)]), undefined)
  assert.match(tooLarge([...full, undefined, node]) ?? '', /expected at most 10000 leaves/)
})

function withParent(index: number, change: (parent: ParentNode) => Partial<ParentNode>): RatchetTree {
  const parent = parentAt(tree, index) ?? assert.fail(`no parent at ${index}`)
  const changed = tree.slice()
  changed[index] = { nodeType: 'parent', parent: { ...parent, ...change(parent) } }
  return changed
}

function withLeaf(leafIndex: number, leaf: NonNullable<ReturnType<typeof leafAt>>): RatchetTree {
  const changed = tree.slice()
  changed[leafIndex * 2] = { nodeType: 'leaf', leaf }
  // Parent hashes cover leaves, so nodes above are blanked to keep the rest valid.
  for (const index of [7, 9, 11]) changed[index] = undefined
  return changed
}

async function check(changed: RatchetTree): Promise<void> {
  const { suite, rules } = world
  const { context } = world.group.state
  const nodes = changed.slice(0, changed.findLastIndex((node) => node !== undefined) + 1)
  await runChecks(treeChecks, { rules, suite, code: 'invalid-group-info', nodes, tree: changed, context })
}

async function refused(row: string, changed: RatchetTree): Promise<void> {
  await assert.rejects(check(changed), { row, code: 'invalid-group-info' })
}

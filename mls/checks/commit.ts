// Checks on a commit beyond its proposals: references, path, and the tree it leads to (rows CB-01 to CB-09, PL-18; CB-11 is in framing.ts).
import { filteredDirectPathAndCopathResolution, getHpkePublicKey } from 'ts-mls/ratchetTree.js'
import { toLeafIndex } from 'ts-mls/treemath.js'
import { equalBytes, hasBytes, hex } from '../codec/bytes.ts'
import { identityOf } from '../public/leaf-identity.ts'
import { needsPath } from '../tree/apply-proposals.ts'
import { leafAt, leavesOf } from '../tree/leaves.ts'
import { type Check, runChecks } from './check.ts'
import type { CommitContext } from './contexts.ts'
import { sameClientTwice } from './members.ts'
import { tooLarge } from './ratchet-tree.ts'

export const commitChecks: readonly Check<CommitContext>[] = [
  {
    row: 'CB-09',
    section: '9420 section 12.4',
    name: 'committer',
    run: ({ committer }) =>
      committer.senderType === 'member' || committer.senderType === 'new_member_commit'
        ? undefined
        : `expected a member or a joining client; found ${committer.senderType}`,
  },
  {
    row: 'CB-01',
    section: '9420 section 12.4.2',
    name: 'references',
    run({ references }) {
      const unknown = references.find(({ found }) => !found)
      return unknown === undefined
        ? undefined
        : `expected a proposal of this epoch behind reference ${hex(unknown.reference)}; found none`
    },
  },
  {
    row: 'CB-02',
    section: '9420 section 12.4',
    name: 'no reference twice',
    run({ references }) {
      const texts = references.map(({ reference }) => hex(reference))
      return new Set(texts).size === texts.length ? undefined : 'expected each reference once; found one twice'
    },
  },
  {
    row: 'CB-03',
    section: '9420 section 12.4',
    name: 'path where one is needed',
    run: ({ list, path, committer }) =>
      path === undefined && committer.senderType === 'member' && needsPath(list)
        ? 'expected a path for these proposals; found none'
        : undefined,
  },
  {
    row: 'CB-04',
    section: '9420 section 12.4.2',
    name: 'leaf of the path',
    async run({ path, group, committer, leafIndex, applied, rules, suite, code }) {
      if (path === undefined) return undefined
      const predecessor = committer.senderType === 'member' ? leafAt(group.tree, leafIndex) : undefined
      await runChecks(rules.checks.leaf, {
        rules,
        suite,
        code,
        leaf: path.leafNode,
        place: 'commit',
        group: { context: group.context, leafIndex },
        extensions: applied.extensions,
        ...(predecessor === undefined ? {} : { predecessor }),
      })
      return undefined
    },
  },
  {
    row: 'CB-05',
    section: '9420 section 7.6',
    name: 'number of path nodes and ciphertexts',
    run({ path, tree, leafIndex, applied }) {
      if (path === undefined) return undefined
      const steps = filteredDirectPathAndCopathResolution(toLeafIndex(leafIndex), tree)
      if (path.nodes.length !== steps.length) return `expected ${steps.length} nodes; found ${path.nodes.length}`
      const fresh = new Set(applied.added.map((added) => added.leafIndex * 2))
      for (const [at, { nodeIndex, resolution }] of steps.entries()) {
        const expected = resolution.filter((index) => !fresh.has(index)).length
        const found = path.nodes[at]?.encryptedPathSecret.length
        if (found !== expected) return `expected ${expected} ciphertexts for node ${nodeIndex}; found ${found}`
      }
      return undefined
    },
  },
  {
    row: 'CB-06',
    section: '9420 section 12.4.2',
    name: 'new path keys',
    run({ path, tree, leafIndex, committer }) {
      if (path === undefined) return undefined
      const present = tree.flatMap((node, index) => {
        const isJoiner = committer.senderType !== 'member' && index === leafIndex * 2
        return node === undefined || isJoiner ? [] : [getHpkePublicKey(node)]
      })
      const keys = [path.leafNode.hpkePublicKey, ...path.nodes.map(({ hpkePublicKey }) => hpkePublicKey)]
      const known = keys.find((key) => hasBytes(present, key))
      return known === undefined ? undefined : `expected keys new to the tree; found ${hex(known)}`
    },
  },
  {
    row: 'KP-B5',
    section: '9420 section 5.1.1',
    name: 'public keys of the path',
    run: ({ path, suite }) =>
      path === undefined ||
      [path.leafNode, ...path.nodes].every(({ hpkePublicKey }) => suite.isPublicKey(hpkePublicKey))
        ? undefined
        : 'expected keys of the suite; found other bytes',
  },
  {
    row: 'CB-04',
    section: '9420 section 7.9.2',
    name: 'parent hash of the path',
    run: ({ path, leafParentHash }) =>
      path === undefined ||
      leafParentHash === undefined ||
      path.leafNode.leafNodeSource !== 'commit' ||
      equalBytes(path.leafNode.parentHash, leafParentHash)
        ? undefined
        : 'expected the parent hash of the path in its leaf; found another',
  },
  {
    row: 'IP-04',
    section: '9420 section 5.3.1',
    name: 'each client once after the commit',
    // Whom it adds PL-12 judges, and who joins by it XC-06: this is about members who go on as another client, where their
    // provider calls that a valid successor.
    run: (context) => (hasRenamedMember(context) ? sameClientTwice(context.next, context) : undefined),
  },
  {
    row: 'RT-07',
    section: '9420 section 16',
    name: 'size of the tree after the commit',
    run: ({ next }) => tooLarge(next),
  },
  {
    row: 'PL-18',
    section: '9420 section 12.2',
    name: 'members after the commit',
    async run({ next, rules, suite, code }) {
      await runChecks(rules.checks.members, { rules, suite, code, tree: next })
      return undefined
    },
  },
]

/** Whether a leaf that takes the place of its member's former one says another client. */
function hasRenamedMember({ group, next, applied, committer, leafIndex: own, rules }: CommitContext): boolean {
  const arrived = new Set(applied.added.map(({ leafIndex }) => leafIndex))
  if (committer.senderType !== 'member') arrived.add(own)
  const handleOf = (leaf: Parameters<typeof identityOf>[0]) => rules.identity.clientHandle(identityOf(leaf))
  return leavesOf(next).some(({ leafIndex, leaf }) => {
    if (next[leafIndex * 2] === group.tree[leafIndex * 2] || arrived.has(leafIndex)) return false
    const before = leafAt(group.tree, leafIndex)
    return before !== undefined && !equalBytes(handleOf(before), handleOf(leaf))
  })
}

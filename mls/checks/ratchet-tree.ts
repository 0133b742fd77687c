// Checks on a ratchet tree that somebody hands over (rows RT-01 to RT-07).
import { directPath, isLeaf, leafToNodeIndex, leafWidth, toLeafIndex, toNodeIndex } from 'ts-mls/treemath.js'
import { leafAt, leavesOf, parentAt } from '../tree/leaves.ts'
import { parentsWithoutProof } from '../tree/parent-hash.ts'
import { type Check, type Complaint, runChecks } from './check.ts'
import type { TreeContext } from './contexts.ts'
import { sameClientTwice } from './members.ts'

const mostLeaves = 10_000

export const treeChecks: readonly Check<TreeContext>[] = [
  {
    row: 'RT-07',
    section: '9420 section 16',
    name: 'size of the tree',
    run: ({ nodes }) => tooLarge(nodes),
  },
  {
    row: 'RT-01',
    section: '9420 section 12.4.3.3',
    name: 'no blank node at the end',
    run: ({ nodes }) =>
      nodes.at(-1) !== undefined ? undefined : 'expected a last node that is not blank; found a blank, or no node',
  },
  {
    row: 'RT-02',
    section: '9420 section 12.4.3.3',
    name: 'leaves and parents in their places',
    run({ nodes }) {
      const misplaced = nodes.findIndex(
        (node, index) => node !== undefined && (node.nodeType === 'leaf') !== isLeaf(toNodeIndex(index)),
      )
      return misplaced === -1
        ? undefined
        : `expected leaves at even places; found a ${nodes[misplaced]?.nodeType} at ${misplaced}`
    },
  },
  {
    row: 'RT-05',
    section: '9420 section 12.4.3.1',
    name: 'unmerged leaves',
    run: ({ tree }) => {
      for (let index = 1; index < tree.length; index += 2) {
        const complaint = unmergedComplaint(tree, index)
        if (complaint !== undefined) return `parent ${index}: ${complaint}`
      }
      return undefined
    },
  },
  {
    row: 'RT-04',
    section: '9420 section 7.9.2',
    name: 'parent hashes',
    run({ tree, suite }) {
      const unproven = parentsWithoutProof(tree, suite.hashing)
      return unproven.length === 0 ? undefined : `expected valid parent hashes; found none for ${unproven.join(', ')}`
    },
  },
  {
    row: 'IP-04',
    section: '9420 section 5.3.1',
    name: 'each client once',
    run: ({ tree, ...ground }) => sameClientTwice(tree, ground),
  },
  {
    row: 'RT-03',
    section: '9420 section 7.3',
    name: 'leaves of the tree beside one another',
    async run({ tree, rules, suite, code }) {
      await runChecks(rules.checks.members, { rules, suite, code, tree })
      return undefined
    },
  },
  {
    row: 'RT-03',
    section: '9420 section 12.4.3.1',
    name: 'leaves of the tree',
    async run({ tree, context, rules, suite, code }) {
      for (const { leafIndex, leaf } of leavesOf(tree))
        await runChecks(rules.checks.leaf, {
          rules,
          suite,
          code,
          leaf,
          place: 'tree',
          group: { context, leafIndex },
          extensions: context.extensions,
        })
      return undefined
    },
  },
]

/** The complaint about a tree of more leaves than a gateway should hold; blank nodes at the end do not count. */
export function tooLarge(nodes: TreeContext['nodes']): Complaint {
  const length = nodes.findLastIndex((node) => node !== undefined) + 1
  return length <= 2 * mostLeaves - 1 ? undefined : `expected at most ${mostLeaves} leaves; found ${length} nodes`
}

function unmergedComplaint(tree: TreeContext['tree'], index: number): string | undefined {
  const listed = parentAt(tree, index)?.unmergedLeaves ?? []
  for (const [at, leafIndex] of listed.entries()) {
    const before = listed[at - 1]
    if (before !== undefined && before >= leafIndex) return 'expected unmerged leaves in ascending order; found another'
    if (leafAt(tree, leafIndex) === undefined) return `expected a member at unmerged leaf ${leafIndex}; found none`
    const path: number[] = directPath(leafToNodeIndex(toLeafIndex(leafIndex)), leafWidth(tree.length))
    if (!path.includes(index)) return `expected unmerged leaf ${leafIndex} below it; found it elsewhere`
    const between = path.slice(0, path.indexOf(index))
    const silent = between.find((node) => parentAt(tree, node)?.unmergedLeaves.includes(leafIndex) === false)
    if (silent !== undefined) return `expected unmerged leaf ${leafIndex} in parent ${silent} as well; found it missing`
  }
  return undefined
}

// Published vectors for ratchet trees: index arithmetic, proposals on trees, tree hashes and validity.
import assert from 'node:assert/strict'
import { decodeProposal } from 'ts-mls/proposal.js'
import { resolution } from 'ts-mls/ratchetTree.js'
import * as math from 'ts-mls/treemath.js'
import { runChecks } from '../checks/check.ts'
import { treeChecks } from '../checks/ratchet-tree.ts'
import { hex } from '../codec/bytes.ts'
import { readRatchetTree, writeRatchetTree } from '../codec/message.ts'
import { applyProposals } from '../tree/apply-proposals.ts'
import { subtreeHash, treeHash } from '../tree/tree-hash.ts'
import { bytes, type Hex, rulesFor, vectorFile, vectorFileOfSuites } from './vector-file.ts'

type Indices = readonly (number | null)[]

interface TreeMath {
  readonly n_leaves: number
  readonly n_nodes: number
  readonly root: number
  readonly left: Indices
  readonly right: Indices
  readonly parent: Indices
  readonly sibling: Indices
}

export const treeMath = vectorFile<TreeMath>(
  { name: 'tree-math', fact: 'node indices are computed as published' },
  (each) => {
    assert.equal(math.nodeWidth(each.n_leaves), each.n_nodes)
    assert.equal(math.root(each.n_leaves), each.root)
    const agree = (published: Indices, compute: (node: math.NodeIndex) => number) =>
      published.forEach((expected, index) => {
        if (expected !== null) assert.equal(compute(math.toNodeIndex(index)), expected)
        else assert.throws(() => compute(math.toNodeIndex(index)))
      })
    agree(each.left, math.left)
    agree(each.right, math.right)
    agree(each.parent, (node) => math.parent(node, each.n_leaves))
    agree(each.sibling, (node) => math.sibling(node, each.n_leaves))
  },
)

interface TreeOperation {
  readonly cipher_suite: number
  readonly tree_before: Hex
  readonly proposal: Hex
  readonly proposal_sender: number
  readonly tree_hash_before: Hex
  readonly tree_after: Hex
  readonly tree_hash_after: Hex
}

export const treeOperations = vectorFileOfSuites<TreeOperation>(
  { name: 'tree-operations', fact: 'proposals change trees as published' },
  async ({ hashing }, each) => {
    const before = readRatchetTree(bytes(each.tree_before))
    assert.equal(hex(treeHash(before, hashing)), each.tree_hash_before)
    const proposal = decodeProposal(bytes(each.proposal), 0)?.[0] ?? assert.fail('undecodable')
    const sender = { senderType: 'member' as const, leafIndex: each.proposal_sender }
    const { tree } = applyProposals(before, [], [{ proposal, sender }])
    assert.equal(hex(writeRatchetTree(tree)), each.tree_after)
    assert.equal(hex(treeHash(tree, hashing)), each.tree_hash_after)
  },
)

interface TreeValidation {
  readonly cipher_suite: number
  readonly tree: Hex
  readonly group_id: Hex
  readonly resolutions: readonly (readonly number[])[]
  readonly tree_hashes: readonly Hex[]
}

export const treeValidation = vectorFileOfSuites<TreeValidation>(
  { name: 'tree-validation', fact: 'valid trees pass every check on trees' },
  async (suite, each) => {
    const tree = readRatchetTree(bytes(each.tree))
    each.tree_hashes.forEach((expected, index) => {
      assert.equal(hex(subtreeHash(tree, index, { hashing: suite.hashing })), expected)
    })
    each.resolutions.forEach((expected, index) => {
      assert.deepEqual(resolution(tree, math.toNodeIndex(index)), expected)
    })
    const rules = rulesFor(suite)
    const context = {
      version: 'mls10' as const,
      cipherSuite: suite.cipher.name,
      groupId: bytes(each.group_id),
      epoch: 0n,
      treeHash: treeHash(tree, suite.hashing),
      confirmedTranscriptHash: new Uint8Array(),
      extensions: [],
    }
    const nodes = tree.slice(0, tree.findLastIndex((node) => node !== undefined) + 1)
    await runChecks(treeChecks, { rules, suite, code: 'invalid-group-info', nodes, tree, context })
  },
)

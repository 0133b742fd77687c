// Published vectors for ratchet trees: index arithmetic, proposals on trees, tree hashes and validity, paths.
import assert from 'node:assert/strict'
import { deriveSecret } from 'ts-mls/crypto/kdf.js'
import { decodeProposal } from 'ts-mls/proposal.js'
import { resolution } from 'ts-mls/ratchetTree.js'
import * as math from 'ts-mls/treemath.js'
import { decodeUpdatePath } from 'ts-mls/updatePath.js'
import { runChecks } from '../checks/check.ts'
import { treeChecks } from '../checks/ratchet-tree.ts'
import { openPath } from '../client/path-secret.ts'
import { hex } from '../codec/bytes.ts'
import { readRatchetTree, writeRatchetTree } from '../codec/message.ts'
import { allChecks } from '../public-group.ts'
import type { Suite } from '../suite.ts'
import { applyPath } from '../tree/apply-path.ts'
import { applyProposals } from '../tree/apply-proposals.ts'
import { leafAt } from '../tree/leaves.ts'
import { subtreeHash, treeHash } from '../tree/tree-hash.ts'
import { basicIdentity, now } from '../world.test.kit.ts'
import { bytes, type Hex, inSuites, overVectors } from './vectors.test.kit.ts'

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

overVectors<TreeMath>('tree-math', 'node indices are computed as published', async (cases) => {
  for (const each of cases) {
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
  }
})

interface TreeOperation {
  readonly cipher_suite: number
  readonly tree_before: Hex
  readonly proposal: Hex
  readonly proposal_sender: number
  readonly tree_hash_before: Hex
  readonly tree_after: Hex
  readonly tree_hash_after: Hex
}

overVectors<TreeOperation>('tree-operations', 'proposals change trees as published', (cases) =>
  inSuites(cases, async ({ hashing }, each) => {
    const before = readRatchetTree(bytes(each.tree_before))
    assert.equal(hex(treeHash(before, hashing)), each.tree_hash_before)
    const proposal = decodeProposal(bytes(each.proposal), 0)?.[0] ?? assert.fail('undecodable')
    const sender = { senderType: 'member' as const, leafIndex: each.proposal_sender }
    const { tree } = applyProposals(before, [], [{ proposal, sender }])
    assert.equal(hex(writeRatchetTree(tree)), each.tree_after)
    assert.equal(hex(treeHash(tree, hashing)), each.tree_hash_after)
  }),
)

interface TreeValidation {
  readonly cipher_suite: number
  readonly tree: Hex
  readonly group_id: Hex
  readonly resolutions: readonly (readonly number[])[]
  readonly tree_hashes: readonly Hex[]
}

overVectors<TreeValidation>('tree-validation', 'valid trees pass every check on trees', (cases) =>
  inSuites(cases, async (suite, each) => {
    const tree = readRatchetTree(bytes(each.tree))
    each.tree_hashes.forEach((expected, index) => {
      assert.equal(hex(subtreeHash(tree, index, { hashing: suite.hashing })), expected)
    })
    each.resolutions.forEach((expected, index) => {
      assert.deepEqual(resolution(tree, math.toNodeIndex(index)), expected)
    })
    const rules = { checks: allChecks, identity: basicIdentity, now: () => now, suite: async () => suite }
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
  }),
)

interface TreeKem {
  readonly cipher_suite: number
  readonly group_id: Hex
  readonly epoch: number
  readonly confirmed_transcript_hash: Hex
  readonly ratchet_tree: Hex
  readonly leaves_private: readonly {
    readonly index: number
    readonly encryption_priv: Hex
    readonly path_secrets: readonly { readonly node: number; readonly path_secret: Hex }[]
  }[]
  readonly update_paths: readonly {
    readonly sender: number
    readonly update_path: Hex
    readonly path_secrets: readonly (Hex | null)[]
    readonly commit_secret: Hex
    readonly tree_hash_after: Hex
  }[]
}

overVectors<TreeKem>(
  'treekem',
  'paths are applied, opened by every member, and give the published commit secret',
  (cases) =>
    inSuites(cases, async (suite, each) => {
      const before = readRatchetTree(bytes(each.ratchet_tree))
      for (const update of each.update_paths) {
        const path = decodeUpdatePath(bytes(update.update_path), 0)?.[0] ?? assert.fail('undecodable')
        const { tree, leafParentHash } = applyPath(before, { leafIndex: update.sender, path }, suite.hashing)
        assert.equal(hex(treeHash(tree, suite.hashing)), update.tree_hash_after)
        assert.equal(hex(path.leafNode.parentHash), hex(leafParentHash))
        const context = {
          version: 'mls10' as const,
          cipherSuite: suite.cipher.name,
          groupId: bytes(each.group_id),
          epoch: BigInt(each.epoch),
          treeHash: bytes(update.tree_hash_after),
          confirmedTranscriptHash: bytes(each.confirmed_transcript_hash),
          extensions: [],
        }
        for (const { index, encryption_priv, path_secrets } of each.leaves_private) {
          if (index === update.sender || leafAt(before, index) === undefined) continue
          const keys: Record<number, Uint8Array> = { [index * 2]: bytes(encryption_priv) }
          for (const { node, path_secret } of path_secrets) keys[node] = await keyFrom(suite, bytes(path_secret))
          const commit = { tree, committer: update.sender, path, context, newLeaves: [] }
          const { commitSecret } = await openPath(suite, { leafIndex: index, keys }, commit)
          assert.equal(hex(commitSecret), update.commit_secret)
        }
      }
    }),
)

async function keyFrom({ cipher }: Suite, secret: Uint8Array): Promise<Uint8Array> {
  const pair = await cipher.hpke.deriveKeyPair(await deriveSecret(secret, 'node', cipher.kdf))
  return cipher.hpke.exportPrivateKey(pair.privateKey)
}

// Tree hashes (RFC 9420 section 7.8), synchronous; leaf hashes are kept, since most leaves outlive many epochs.
import { encode } from 'ts-mls/codec/tlsEncoder.js'
import type { LeafNode } from 'ts-mls/leafNode.js'
import type { RatchetTree } from 'ts-mls/ratchetTree.js'
import { leafNodeHashInputEncoder, parentNodeHashInputEncoder } from 'ts-mls/treeHash.js'
import { isLeaf, left, right, rootFromNodeWidth, toNodeIndex } from 'ts-mls/treemath.js'
import type { Hashing } from '../crypto/hash.ts'
import { leafAt, parentAt } from './leaves.ts'

const encodeLeafInput = encode(leafNodeHashInputEncoder)
const encodeParentInput = encode(parentNodeHashInputEncoder)
const knownLeafHashes = new WeakMap<LeafNode, { leafIndex: number; size: number; hash: Uint8Array }>()

/** Hash of the root; `tree` has 2^d - 1 nodes. */
export function treeHash(tree: RatchetTree, hashing: Hashing): Uint8Array {
  return subtreeHash(tree, rootFromNodeWidth(tree.length), { hashing })
}

/** Hash of the subtree at `nodeIndex`, as if the leaves `without` were blank and listed nowhere (for parent hashes). */
export function subtreeHash(
  tree: RatchetTree,
  nodeIndex: number,
  { hashing, without = [] }: { hashing: Hashing; without?: readonly number[] },
): Uint8Array {
  const hashOf = (index: number): Uint8Array => {
    if (isLeaf(toNodeIndex(index))) return leafHash(index / 2)
    const node = parentAt(tree, index)
    const kept =
      node === undefined || without.length === 0
        ? node
        : { ...node, unmergedLeaves: node.unmergedLeaves.filter((leafIndex) => !without.includes(leafIndex)) }
    const leftHash = hashOf(left(toNodeIndex(index)))
    const rightHash = hashOf(right(toNodeIndex(index)))
    return hashing.digest(encodeParentInput({ nodeType: 'parent', parentNode: kept, leftHash, rightHash }))
  }
  const leafHash = (leafIndex: number): Uint8Array => {
    const leaf = without.includes(leafIndex) ? undefined : leafAt(tree, leafIndex)
    const known = leaf === undefined ? undefined : knownLeafHashes.get(leaf)
    if (known?.leafIndex === leafIndex && known.size === hashing.size) return known.hash
    const hash = hashing.digest(encodeLeafInput({ nodeType: 'leaf', leafIndex, leafNode: leaf }))
    if (leaf !== undefined) knownLeafHashes.set(leaf, { leafIndex, size: hashing.size, hash })
    return hash
  }
  return hashOf(nodeIndex)
}

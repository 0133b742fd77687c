// Tree hashes (RFC 9420 section 7.8), synchronous; hashes are kept, since most of a tree outlives many epochs.
import type { LeafNode } from 'ts-mls/leafNode.js'
import type { ParentNode } from 'ts-mls/parentNode.js'
import type { RatchetTree } from 'ts-mls/ratchetTree.js'
import { isLeaf, left, right, rootFromNodeWidth, toNodeIndex } from 'ts-mls/treemath.js'
import { leafHashInput, parentHashInput } from '../codec/signed.ts'
import type { Hashing } from '../crypto/hash.ts'
import { leafAt, parentAt } from './leaves.ts'

/** By the hash of the left child, itself kept: the same children and node give the same parent hash without computing it. */
const knownParentHashes = new WeakMap<
  Uint8Array,
  { right: Uint8Array; node: ParentNode | undefined; hash: Uint8Array }
>()
/** By size of the hash, then leaf index. */
const blankLeafHashes = new Map<number, Map<number, Uint8Array>>()
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
      node === undefined || !node.unmergedLeaves.some((leafIndex) => without.includes(leafIndex))
        ? node
        : { ...node, unmergedLeaves: node.unmergedLeaves.filter((leafIndex) => !without.includes(leafIndex)) }
    const leftHash = hashOf(left(toNodeIndex(index)))
    const rightHash = hashOf(right(toNodeIndex(index)))
    const known = knownParentHashes.get(leftHash)
    if (known !== undefined && known.right === rightHash && known.node === kept) return known.hash
    const hash = hashing.digest(parentHashInput(kept, { left: leftHash, right: rightHash }))
    knownParentHashes.set(leftHash, { right: rightHash, node: kept, hash })
    return hash
  }
  const leafHash = (leafIndex: number): Uint8Array => {
    const leaf = without.includes(leafIndex) ? undefined : leafAt(tree, leafIndex)
    if (leaf === undefined) return blankLeafHash(leafIndex, hashing)
    const known = knownLeafHashes.get(leaf)
    if (known?.leafIndex === leafIndex && known.size === hashing.size) return known.hash
    const hash = hashing.digest(leafHashInput(leafIndex, leaf))
    knownLeafHashes.set(leaf, { leafIndex, size: hashing.size, hash })
    return hash
  }
  return hashOf(nodeIndex)
}

function blankLeafHash(leafIndex: number, hashing: Hashing): Uint8Array {
  const ofSize = blankLeafHashes.get(hashing.size) ?? new Map<number, Uint8Array>()
  blankLeafHashes.set(hashing.size, ofSize)
  const known = ofSize.get(leafIndex)
  if (known !== undefined) return known
  const hash = hashing.digest(leafHashInput(leafIndex, undefined))
  ofSize.set(leafIndex, hash)
  return hash
}

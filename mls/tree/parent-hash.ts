// Parent hashes (RFC 9420 section 7.9): computing one, and finding the parents of a tree that no node vouches for.
import { encode } from 'ts-mls/codec/tlsEncoder.js'
import { parentHashInputEncoder } from 'ts-mls/parentHash.js'
import { type RatchetTree, resolution } from 'ts-mls/ratchetTree.js'
import { isAncestor, leafToNodeIndex, left, right, toLeafIndex, toNodeIndex } from 'ts-mls/treemath.js'
import { equalBytes } from '../codec/bytes.ts'
import type { Hashing } from '../crypto/hash.ts'
import { parentAt } from './leaves.ts'
import { subtreeHash } from './tree-hash.ts'

const encodeInput = encode(parentHashInputEncoder)

/** Parent hash of the non-blank parent at `parentIndex` with the child at `siblingIndex` as copath child (section 7.9). */
export function parentHash(
  tree: RatchetTree,
  place: { readonly parentIndex: number; readonly siblingIndex: number },
  hashing: Hashing,
): Uint8Array {
  const parent = parentAt(tree, place.parentIndex)
  if (parent === undefined) return new Uint8Array()
  const without = parent.unmergedLeaves
  return hashing.digest(
    encodeInput({
      encryptionKey: parent.hpkePublicKey,
      parentHash: parent.parentHash,
      originalSiblingTreeHash: subtreeHash(tree, place.siblingIndex, { hashing, without }),
    }),
  )
}

/** Node indices of non-blank parents that are not parent-hash valid with respect to any descendant (section 7.9.2). */
export function parentsWithoutProof(tree: RatchetTree, hashing: Hashing): number[] {
  const found: number[] = []
  for (let index = 1; index < tree.length; index += 2) {
    if (parentAt(tree, index) === undefined) continue
    const [l, r] = [left(toNodeIndex(index)), right(toNodeIndex(index))]
    if (!isProven(tree, { parentIndex: index, childIndex: l, siblingIndex: r }, hashing))
      if (!isProven(tree, { parentIndex: index, childIndex: r, siblingIndex: l }, hashing)) found.push(index)
  }
  return found
}

function isProven(
  tree: RatchetTree,
  place: { readonly parentIndex: number; readonly childIndex: number; readonly siblingIndex: number },
  hashing: Hashing,
): boolean {
  const expected = parentHash(tree, place, hashing)
  const child = toNodeIndex(place.childIndex)
  const inResolution = resolution(tree, child)
  const unmerged = (parentAt(tree, place.parentIndex)?.unmergedLeaves ?? [])
    .map((leafIndex) => leafToNodeIndex(toLeafIndex(leafIndex)))
    // Index arithmetic does not end for a leaf outside the tree.
    .filter((leaf) => leaf < tree.length && (leaf === child || isAncestor(leaf, child, tree.length)))
  return inResolution.some((descendant) => {
    const held = heldParentHash(tree, descendant)
    if (held === undefined || !equalBytes(held, expected)) return false
    const others = inResolution.filter((index) => index !== descendant)
    return others.length === unmerged.length && others.every((index) => unmerged.includes(index))
  })
}

function heldParentHash(tree: RatchetTree, nodeIndex: number): Uint8Array | undefined {
  const node = tree[nodeIndex]
  if (node?.nodeType === 'parent') return node.parent.parentHash
  return node?.leaf.leafNodeSource === 'commit' ? node.leaf.parentHash : undefined
}

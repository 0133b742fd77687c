// Puts the public part of an UpdatePath into a tree (RFC 9420 section 7.5); judges nothing.
import { filteredDirectPath, type RatchetTree } from 'ts-mls/ratchetTree.js'
import { directPath, leafToNodeIndex, leafWidth, left, right, toLeafIndex, toNodeIndex } from 'ts-mls/treemath.js'
import type { UpdatePath } from 'ts-mls/updatePath.js'
import type { Hashing } from '../crypto/hash.ts'
import { parentHash } from './parent-hash.ts'

export interface AppliedPath {
  readonly tree: RatchetTree
  /** The parent hash that the committer's leaf must carry. */
  readonly leafParentHash: Uint8Array
}

/**
 * The tree after `path` of the leaf at `leafIndex`. `tree` already has the proposals applied, and in an external commit the
 * new leaf. Surplus or missing path nodes are ignored: their number is checked elsewhere.
 */
export function applyPath(
  tree: RatchetTree,
  { leafIndex, path }: { readonly leafIndex: number; readonly path: UpdatePath },
  hashing: Hashing,
): AppliedPath {
  const leafNode = leafToNodeIndex(toLeafIndex(leafIndex))
  const filtered = filteredDirectPath(toLeafIndex(leafIndex), tree)
  const next = tree.slice()
  for (const index of directPath(leafNode, leafWidth(tree.length))) next[index] = undefined
  next[leafNode] = { nodeType: 'leaf', leaf: path.leafNode }

  let upper: number | undefined
  const hashBelow = (child: number): Uint8Array => {
    if (upper === undefined) return new Uint8Array()
    const siblingIndex = child < upper ? right(toNodeIndex(upper)) : left(toNodeIndex(upper))
    return parentHash(next, { parentIndex: upper, siblingIndex }, hashing)
  }
  for (let level = filtered.length - 1; level >= 0; level--) {
    const index = filtered[level]
    const node = path.nodes[level]
    if (index === undefined || node === undefined) continue
    const held = { hpkePublicKey: node.hpkePublicKey, parentHash: hashBelow(index), unmergedLeaves: [] }
    next[index] = { nodeType: 'parent', parent: held }
    upper = index
  }
  return { tree: next, leafParentHash: hashBelow(leafNode) }
}

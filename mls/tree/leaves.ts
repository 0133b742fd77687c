// Reading a ratchet tree held as an array of nodes, leaves at even positions (RFC 9420 appendix C).
import type { LeafNode } from 'ts-mls/leafNode.js'
import type { ParentNode } from 'ts-mls/parentNode.js'
import type { RatchetTree } from 'ts-mls/ratchetTree.js'

export interface PlacedLeaf {
  readonly leafIndex: number
  readonly leaf: LeafNode
}

/** Undefined when that leaf is blank or outside the tree. */
export function leafAt(tree: RatchetTree, leafIndex: number): LeafNode | undefined {
  const node = tree[leafIndex * 2]
  return node?.nodeType === 'leaf' ? node.leaf : undefined
}

export function parentAt(tree: RatchetTree, nodeIndex: number): ParentNode | undefined {
  const node = tree[nodeIndex]
  return node?.nodeType === 'parent' ? node.parent : undefined
}

/** The non-blank leaves from left to right. */
export function leavesOf(tree: RatchetTree): PlacedLeaf[] {
  const found: PlacedLeaf[] = []
  for (let leafIndex = 0; leafIndex * 2 < tree.length; leafIndex++) {
    const leaf = leafAt(tree, leafIndex)
    if (leaf !== undefined) found.push({ leafIndex, leaf })
  }
  return found
}

// The signature of a leaf node over its content and, but for key packages, its place in a group (RFC 9420 section 7.2).
import { signWithLabel } from 'ts-mls/crypto/signature.js'
import { encodeLeafNodeTBS, type LeafNode, type LeafNodeTBS } from 'ts-mls/leafNode.js'
import type { Suite } from '../suite.ts'

export interface LeafSigner {
  readonly suite: Suite
  readonly key: Uint8Array
  readonly groupId: Uint8Array
  readonly leafIndex: number
}

/** The leaf signed anew for this place, whatever signature it had. */
export async function signLeaf<Leaf extends LeafNode>(leaf: Leaf, signer: LeafSigner): Promise<Leaf> {
  const content = encodeLeafNodeTBS(toBeSigned(leaf, signer))
  return { ...leaf, signature: await signWithLabel(signer.key, 'LeafNodeTBS', content, signer.suite.cipher.signature) }
}

function toBeSigned(leaf: LeafNode, { groupId, leafIndex }: LeafSigner): LeafNodeTBS {
  return leaf.leafNodeSource === 'key_package' ? leaf : { ...leaf, groupId, leafIndex }
}

// What a joining client checks of GroupInfo and tree before it takes part (RFC 9420 section 12.4.3.1).
import { type GroupInfo, verifyGroupInfoSignature } from 'ts-mls/groupInfo.js'
import {
  type LeafNode,
  type LeafNodeKeyPackage,
  verifyLeafNodeSignature,
  verifyLeafNodeSignatureKeyPackage,
} from 'ts-mls/leafNode.js'
import type { RatchetTree } from 'ts-mls/ratchetTree.js'
import { equalBytes } from '../codec/bytes.ts'
import type { Suite } from '../suite.ts'
import { leafAt, leavesOf } from '../tree/leaves.ts'
import { parentsWithoutProof } from '../tree/parent-hash.ts'
import { treeHash } from '../tree/tree-hash.ts'
import { refuseAs } from './refuse.ts'

/** Throws MlsRejection('invalid-group-info') unless signer, tree hash, parent hashes and leaf signatures hold. */
export async function trustGroup(suite: Suite, groupInfo: GroupInfo, tree: RatchetTree): Promise<void> {
  const { signature } = suite.cipher
  const { groupContext } = groupInfo
  if (groupContext.cipherSuite !== suite.cipher.name)
    throw refuse(`expected suite ${suite.cipher.name}; found ${groupContext.cipherSuite}`)
  const signer = leafAt(tree, groupInfo.signer)
  if (signer === undefined) throw refuse(`expected a member at the signer's leaf ${groupInfo.signer}; found a blank`)
  if (!(await verifyGroupInfoSignature(groupInfo, signer.signaturePublicKey, signature)))
    throw refuse('expected a signature of the signer over the GroupInfo; found none')
  if (!equalBytes(treeHash(tree, suite.hashing), groupContext.treeHash))
    throw refuse('expected the tree whose hash the GroupInfo holds; found another')
  const unproven = parentsWithoutProof(tree, suite.hashing)
  if (unproven.length > 0) throw refuse(`expected valid parent hashes; found none for node ${unproven.join(', ')}`)
  for (const { leafIndex, leaf } of leavesOf(tree))
    if (!(await isSigned(suite, leaf, { groupId: groupContext.groupId, leafIndex })))
      throw refuse(`expected a signed leaf at ${leafIndex}; found a bad signature`)
}

/** Whether the leaf's signature holds at this place in this group (section 7.2). */
export function isSigned(
  suite: Suite,
  leaf: LeafNode,
  place: { groupId: Uint8Array; leafIndex: number },
): Promise<boolean> {
  const { signature } = suite.cipher
  return isOfKeyPackage(leaf)
    ? verifyLeafNodeSignatureKeyPackage(leaf, signature)
    : verifyLeafNodeSignature(leaf, place.groupId, place.leafIndex, signature)
}

function isOfKeyPackage(leaf: LeafNode): leaf is LeafNodeKeyPackage {
  return leaf.leafNodeSource === 'key_package'
}

function refuse(message: string) {
  return refuseAs('invalid-group-info', '12.4.3.1', message)
}

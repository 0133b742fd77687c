// GroupInfo and ratchet tree with one thing wrong; whatever depends on the change is hashed and signed again.

import { optionalEncoder } from 'ts-mls/codec/optional.js'
import { encode } from 'ts-mls/codec/tlsEncoder.js'
import { varLenTypeEncoder } from 'ts-mls/codec/variableLength.js'
import { type GroupInfo, type GroupInfoTBS, signGroupInfo } from 'ts-mls/groupInfo.js'
import type { ParentNode } from 'ts-mls/parentNode.js'
import { nodeEncoder, type RatchetTree } from 'ts-mls/ratchetTree.js'
import { rootFromNodeWidth } from 'ts-mls/treemath.js'
import { exportGroup, type GroupExport } from '../client/export-group.ts'
import type { SignatureKey } from '../client/key-package.ts'
import type { Member } from '../client/member.ts'
import { type GroupExtension, toExtension } from '../client/proposal-value.ts'
import { externalPubExtension, readExternalPub } from '../codec/extensions.ts'
import { readMessage, writeGroupInfo, writeRatchetTree } from '../codec/message.ts'
import { suiteName, versionName } from '../codec/names.ts'
import { leafAt, parentAt } from '../tree/leaves.ts'
import { treeHash } from '../tree/tree-hash.ts'
import { spoiled, trailingByte, truncated } from './bytes.ts'
import { forgeLeaf, type LeafFlaw } from './leaf.ts'

export type GroupFlaw =
  | { readonly kind: 'bad-signature' | 'tree-hash' | 'transcript-hash' | 'confirmation-tag' | 'trailing-byte' }
  | { readonly kind: 'epoch'; readonly epoch: bigint }
  | { readonly kind: 'group-id'; readonly groupId: Uint8Array }
  | { readonly kind: 'suite'; readonly cipherSuite: number }
  /** Of another suite, which the member's leaf says it supports; the keys stay what they are. */
  | { readonly kind: 'listed-suite'; readonly cipherSuite: number }
  | { readonly kind: 'version'; readonly version: number }
  /** These group-context extensions. */
  | { readonly kind: 'extensions'; readonly extensions: readonly GroupExtension[] }
  | { readonly kind: 'short-confirmation-tag' | 'short-external-pub' }
  /** Names another leaf as signer; the signature stays that of the member. */
  | { readonly kind: 'signer'; readonly leafIndex: number }
  /** Signed by this key in place of the member's. */
  | { readonly kind: 'signed-by'; readonly key: SignatureKey }
  | { readonly kind: 'no-external-pub' }
  /** Flaws of the tree; the tree hash in the GroupInfo fits the flawed tree. */
  | { readonly kind: 'second-member'; readonly keyPackage: Uint8Array }
  | { readonly kind: 'bad-leaf-signature' | 'trailing-blank' | 'empty-tree' | 'tree-trailing-byte' | 'leaf-as-parent' }
  /** These unmerged leaves in the root. */
  | { readonly kind: 'unmerged'; readonly leaves: readonly number[] }
  /** A leaf in the place of the first parent. */
  | { readonly kind: 'leaf-in-between' }
  /** The root has another encryption key, for which no parent hash vouches. */
  | { readonly kind: 'root-key' }
  /** Any flaw of a leaf, in the member's own. */
  | { readonly kind: 'own-leaf'; readonly leaf: LeafFlaw }
  /** The GroupInfo holds this tree as well, which differs from the one beside it. */
  | { readonly kind: 'other-tree-inside'; readonly ratchetTree: Uint8Array }

/** What exportGroup gives, with this flaw and no other. Also for the GroupInfo that goes with a commit: pass the committer after it. */
export async function forgeGroup(member: Member, flaw: GroupFlaw): Promise<GroupExport> {
  const good = await exportGroup(member, { externalPub: flaw.kind !== 'no-external-pub' })
  const { groupInfo } = readMessage(good.groupInfo, 'mls_group_info')
  const { tree, bytes } = await changeTree(member, flaw)
  const fitting = { ...groupInfo.groupContext, treeHash: treeHash(tree, member.suite.hashing) }
  const signed = await sign(member, changeGroupInfo({ ...groupInfo, groupContext: fitting }, flaw), flaw)
  const written = writeGroupInfo(signed)
  return { groupInfo: flaw.kind === 'trailing-byte' ? trailingByte(written) : written, ratchetTree: bytes }
}

async function sign(member: Member, unsigned: GroupInfoTBS, flaw: GroupFlaw): Promise<GroupInfo> {
  const key = flaw.kind === 'signed-by' ? flaw.key.privateKey : member.state.signaturePrivateKey
  const signed = await signGroupInfo(unsigned, key, member.suite.cipher.signature)
  return flaw.kind === 'bad-signature' ? { ...signed, signature: spoiled(signed.signature) } : signed
}

function changeGroupInfo(good: GroupInfoTBS, flaw: GroupFlaw): GroupInfoTBS {
  const { groupContext } = good
  switch (flaw.kind) {
    case 'epoch':
      return { ...good, groupContext: { ...groupContext, epoch: flaw.epoch } }
    case 'group-id':
      return { ...good, groupContext: { ...groupContext, groupId: flaw.groupId } }
    case 'version':
      return { ...good, groupContext: { ...groupContext, version: versionName(flaw.version) } }
    case 'extensions':
      return { ...good, groupContext: { ...groupContext, extensions: flaw.extensions.map(toExtension) } }
    case 'short-confirmation-tag':
      return { ...good, confirmationTag: truncated(good.confirmationTag) }
    case 'short-external-pub': {
      const key = readExternalPub(good.extensions) ?? new Uint8Array()
      return { ...good, extensions: [externalPubExtension(truncated(key))] }
    }
    case 'listed-suite':
    case 'suite':
      return { ...good, groupContext: { ...groupContext, cipherSuite: suiteName(flaw.cipherSuite) } }
    case 'tree-hash':
      return { ...good, groupContext: { ...groupContext, treeHash: spoiled(groupContext.treeHash) } }
    case 'transcript-hash': {
      const { confirmedTranscriptHash: hash, treeHash: other } = groupContext
      const changed = hash.length === 0 ? other : spoiled(hash)
      return { ...good, groupContext: { ...groupContext, confirmedTranscriptHash: changed } }
    }
    case 'confirmation-tag':
      return { ...good, confirmationTag: spoiled(good.confirmationTag) }
    case 'signer':
      return { ...good, signer: flaw.leafIndex }
    case 'other-tree-inside': {
      const inside = { extensionType: 'ratchet_tree' as const, extensionData: flaw.ratchetTree }
      return { ...good, extensions: [...good.extensions, inside] }
    }
    default:
      return good
  }
}

interface ChangedTree {
  readonly tree: RatchetTree
  readonly bytes: Uint8Array
}

async function changeTree(member: Member, flaw: GroupFlaw): Promise<ChangedTree> {
  const good = member.state.ratchetTree
  switch (flaw.kind) {
    case 'second-member': {
      const { leafNode: leaf } = readMessage(flaw.keyPackage, 'mls_key_package').keyPackage
      const tree: RatchetTree = [good[0], undefined, { nodeType: 'leaf', leaf }]
      return { tree, bytes: writeRatchetTree(tree) }
    }
    case 'bad-leaf-signature': {
      const own = member.state.privatePath.leafIndex
      const leaf = leafAt(good, own)
      const tree = good.slice()
      if (leaf !== undefined)
        tree[own * 2] = { nodeType: 'leaf', leaf: { ...leaf, signature: spoiled(leaf.signature) } }
      return { tree, bytes: writeRatchetTree(tree) }
    }
    case 'unmerged':
      return withRoot(good, (root) => ({ ...root, unmergedLeaves: [...flaw.leaves] }))
    case 'root-key':
      return withRoot(good, (root) => ({ ...root, hpkePublicKey: spoiled(root.hpkePublicKey) }))
    case 'own-leaf':
      return withOwnLeaf(member, flaw.leaf)
    case 'listed-suite':
      return withOwnLeaf(member, { kind: 'capabilities-with', suites: [flaw.cipherSuite] })
    case 'trailing-blank':
      return { tree: good, bytes: writeNodes([...good, undefined]) }
    case 'empty-tree':
      return { tree: good, bytes: writeNodes([]) }
    case 'leaf-as-parent':
      return { tree: good, bytes: writeNodes([...good, good[0]]) }
    case 'leaf-in-between': {
      const tree = good.map((node, index) => (index === 1 ? good[0] : node))
      return { tree, bytes: writeRatchetTree(tree) }
    }
    case 'tree-trailing-byte':
      return { tree: good, bytes: trailingByte(writeRatchetTree(good)) }
    default:
      return { tree: good, bytes: writeRatchetTree(good) }
  }
}

function withRoot(good: RatchetTree, change: (root: ParentNode) => ParentNode): ChangedTree {
  const root = rootFromNodeWidth(good.length)
  const node = parentAt(good, root)
  if (node === undefined) throw new Error('the root of the tree is blank')
  const tree = good.slice()
  tree[root] = { nodeType: 'parent', parent: change(node) }
  return { tree, bytes: writeRatchetTree(tree) }
}

async function withOwnLeaf({ state, suite }: Member, flaw: LeafFlaw): Promise<ChangedTree> {
  const { leafIndex } = state.privatePath
  const { groupId } = state.groupContext
  const leaf = leafAt(state.ratchetTree, leafIndex)
  const tree = state.ratchetTree.slice()
  const signer = { suite, key: state.signaturePrivateKey, groupId, leafIndex }
  if (leaf !== undefined) tree[leafIndex * 2] = { nodeType: 'leaf', leaf: await forgeLeaf(leaf, flaw, signer) }
  return { tree, bytes: writeRatchetTree(tree) }
}

/** ratchet_tree with exactly these nodes, blanks at the end included. */
function writeNodes(nodes: RatchetTree): Uint8Array {
  return encode(varLenTypeEncoder(optionalEncoder(nodeEncoder)))(nodes)
}

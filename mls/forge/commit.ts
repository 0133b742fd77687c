// Commits with one thing wrong; transcript, tags and GroupInfo are those of the flawed commit, as if it were accepted.

import type { Commit } from 'ts-mls/commit.js'
import { makeKeyPackageRef } from 'ts-mls/keyPackage.js'
import type { LeafNode, LeafNodeCommit } from 'ts-mls/leafNode.js'
import { protect } from 'ts-mls/messageProtection.js'
import type { ProposalOrRef } from 'ts-mls/proposalOrRefType.js'
import { getHpkePublicKey } from 'ts-mls/ratchetTree.js'
import { rootFromNodeWidth } from 'ts-mls/treemath.js'
import type { UpdatePath, UpdatePathNode } from 'ts-mls/updatePath.js'
import { type CommitOptions, makeCommit } from '../client/commit.ts'
import { exportGroup, type GroupExport } from '../client/export-group.ts'
import { ownReferences, resolveList } from '../client/list.ts'
import type { Member } from '../client/member.ts'
import { toProposal } from '../client/proposal-value.ts'
import { asUpdateLeaf, makeUpdate } from '../client/propose.ts'
import { type LeafSigner, signLeaf } from '../client/sign-leaf.ts'
import { readMessage, writeMessage } from '../codec/message.ts'
import { applyPath } from '../tree/apply-path.ts'
import { applyProposals } from '../tree/apply-proposals.ts'
import { leafAt } from '../tree/leaves.ts'
import { spoiled, truncated } from './bytes.ts'
import { type FrameFlaw, flawFrame, flawPacket, flawSignature } from './frame.ts'
import { forgeLeaf, type LeafFlaw } from './leaf.ts'
import { forgeWelcome } from './welcome.ts'

export type CommitFlaw =
  | FrameFlaw
  | { readonly kind: 'private-message' | 'missing-path' | 'short-confirmation-tag' }
  /** The commit lists this reference, which stands for no proposal. */
  | { readonly kind: 'unknown-reference'; readonly reference: Uint8Array }
  /** A reference that the commit lists anyway, once more. */
  | { readonly kind: 'reference-twice' }
  | { readonly kind: 'self-remove' }
  /** The one Add by value is of this package, an MLSMessage, and the Welcome is addressed to it. */
  | { readonly kind: 'added-key-package'; readonly keyPackage: Uint8Array }
  /** Lists an Update of the committer by value. */
  | { readonly kind: 'own-update' }
  /** Flaws of the path. Its leaf is signed again, except for 'path-leaf-key' and 'path-leaf-signature', which are about that. */
  | {
      readonly kind: 'path-leaf-key' | 'path-leaf-signature' | 'path-leaf-source' | 'path-parent-hash' | 'path-same-key'
    }
  /** Any flaw of a leaf, in that of the path. */
  | { readonly kind: 'path-leaf'; readonly leaf: LeafFlaw }
  | { readonly kind: 'path-identity'; readonly identity: Uint8Array }
  /** Flaws of the nodes; the leaf has the parent hash that fits them. `path-key-kept`: the last node has the key it had before; `path-key-twice`: it has that of the first. */
  | { readonly kind: 'path-too-short' | 'path-too-long' | 'path-key-of-tree' | 'path-key-kept' | 'path-key-twice' }
  /** The last node has this encryption key. */
  | { readonly kind: 'path-node-key'; readonly key: Uint8Array }
  | { readonly kind: 'path-ciphertext-missing' | 'path-ciphertext-surplus' }

interface ForgedCommit extends GroupExport {
  readonly commitPacket: Uint8Array
  readonly welcomePacket?: Uint8Array
}

/**
 * The commit of these options with this flaw and no other, always with a path before the flaw. What is wrong in the list itself (the
 * own Update, two Removes of one leaf, a client twice, a bad key package) needs no forging: commit does not check it.
 */
export async function forgeCommit(member: Member, options: CommitOptions, flaw: CommitFlaw): Promise<ForgedCommit> {
  const references = options.references ?? ownReferences(member.state)
  const proposals = (options.proposals ?? []).map((value) => toProposal(value, member.suite))
  const made = await makeCommit(member, {
    references,
    proposals,
    withPath: options.withPath ?? true,
    alterations: {
      content: async (content) =>
        flawFrame({ ...content, commit: await flawCommit(member, content.commit, flaw) }, flaw),
      signature: (signed) => flawSignature(signed, flaw),
      confirmationTag: (tag) => (flaw.kind === 'short-confirmation-tag' ? truncated(tag) : tag),
    },
  })
  const welcomePacket = await flawWelcome(member, made.welcomePacket, flaw)
  const commitPacket =
    flaw.kind === 'private-message'
      ? await asPrivateMessage(member, made.commitPacket)
      : flawPacket(made.commitPacket, flaw)
  const exported = await exportGroup(made.member)
  return welcomePacket === undefined ? { commitPacket, ...exported } : { commitPacket, welcomePacket, ...exported }
}

async function flawWelcome(
  { suite }: Member,
  welcome: Uint8Array | undefined,
  flaw: CommitFlaw,
): Promise<Uint8Array | undefined> {
  if (welcome === undefined || flaw.kind !== 'added-key-package') return welcome
  const { keyPackage } = readMessage(flaw.keyPackage, 'mls_key_package')
  const ref = await makeKeyPackageRef(keyPackage, suite.cipher.hash)
  return forgeWelcome(welcome, { kind: 'foreign-recipient', ref })
}

async function asPrivateMessage({ suite, state }: Member, packet: Uint8Array): Promise<Uint8Array> {
  const { content, auth } = readMessage(packet, 'mls_public_message').publicMessage
  if (content.contentType !== 'commit' || auth.contentType !== 'commit') return packet
  const { privateMessage } = await protect(
    state.keySchedule.senderDataSecret,
    content.authenticatedData,
    state.groupContext,
    state.secretTree,
    { ...content, auth },
    state.privatePath.leafIndex,
    state.clientConfig.paddingConfig,
    suite.cipher,
  )
  return writeMessage({ wireformat: 'mls_private_message', privateMessage })
}

async function flawCommit(member: Member, commit: Commit, flaw: CommitFlaw): Promise<Commit> {
  const { proposals, path } = commit
  switch (flaw.kind) {
    case 'missing-path':
      return { proposals, path: undefined }
    case 'unknown-reference':
      return { proposals: [...proposals, { proposalOrRefType: 'reference', reference: flaw.reference }], path }
    case 'reference-twice':
      return {
        proposals: [...proposals, ...proposals.filter((entry) => entry.proposalOrRefType === 'reference')],
        path,
      }
    case 'added-key-package': {
      const { keyPackage } = readMessage(flaw.keyPackage, 'mls_key_package')
      const added: ProposalOrRef = {
        proposalOrRefType: 'proposal',
        proposal: { proposalType: 'add', add: { keyPackage } },
      }
      return { proposals: [...proposals.filter((entry) => !isAdd(entry)), added], path }
    }
    case 'own-update': {
      const { proposal } = await makeUpdate(member)
      return { proposals: [...proposals, { proposalOrRefType: 'proposal', proposal }], path }
    }
    case 'self-remove': {
      const removed = member.state.privatePath.leafIndex
      const proposal = { proposalType: 'remove' as const, remove: { removed } }
      return { proposals: [...proposals, { proposalOrRefType: 'proposal', proposal }], path }
    }
    default:
      return { proposals, path: path === undefined ? undefined : await flawPath(member, { proposals, path }, flaw) }
  }
}

function isAdd(entry: ProposalOrRef): boolean {
  return entry.proposalOrRefType === 'proposal' && entry.proposal.proposalType === 'add'
}

async function flawPath(
  member: Member,
  { proposals, path }: Commit & { readonly path: UpdatePath },
  flaw: CommitFlaw,
): Promise<UpdatePath> {
  const { leafNode, nodes } = path
  const { state, suite } = member
  const old = leafAt(state.ratchetTree, state.privatePath.leafIndex)
  const last = nodes.at(-1)
  const otherKey = async () => {
    const { publicKey } = await suite.cipher.hpke.generateKeyPair()
    return suite.cipher.hpke.exportPublicKey(publicKey)
  }
  switch (flaw.kind) {
    case 'path-leaf-key':
      return { nodes, leafNode: { ...leafNode, hpkePublicKey: await otherKey() } }
    case 'path-leaf-signature':
      return { nodes, leafNode: { ...leafNode, signature: spoiled(leafNode.signature) } }
    case 'path-leaf-source':
      return { nodes, leafNode: await signOwn(member, asUpdateLeaf(leafNode)) }
    case 'path-parent-hash':
      return {
        nodes,
        leafNode: await signOwn(member, { ...leafNode, parentHash: wrongHash(leafNode.parentHash, suite) }),
      }
    case 'path-same-key':
      return {
        nodes,
        leafNode: await signOwn(member, { ...leafNode, hpkePublicKey: old?.hpkePublicKey ?? new Uint8Array() }),
      }
    case 'path-leaf':
      return { nodes, leafNode: (await forgeLeaf(leafNode, flaw.leaf, ownSigner(member))) as LeafNodeCommit }
    case 'path-identity': {
      const credential = { credentialType: 'basic' as const, identity: flaw.identity }
      return { nodes, leafNode: await signOwn(member, { ...leafNode, credential }) }
    }
    case 'path-too-short':
      return refit(member, proposals, { leafNode, nodes: nodes.slice(0, -1) })
    case 'path-too-long':
      return { leafNode, nodes: [...nodes, { hpkePublicKey: await otherKey(), encryptedPathSecret: [] }] }
    case 'path-key-of-tree':
      return refit(member, proposals, { leafNode, nodes: replaceLast(nodes, { hpkePublicKey: keyOfAnother(member) }) })
    case 'path-key-kept':
      return refit(member, proposals, { leafNode, nodes: replaceLast(nodes, { hpkePublicKey: keyOfRoot(member) }) })
    case 'path-key-twice': {
      const hpkePublicKey = nodes[0]?.hpkePublicKey ?? new Uint8Array()
      return refit(member, proposals, { leafNode, nodes: replaceLast(nodes, { hpkePublicKey }) })
    }
    case 'path-node-key':
      return refit(member, proposals, { leafNode, nodes: replaceLast(nodes, { hpkePublicKey: flaw.key }) })
    case 'path-ciphertext-missing':
      return { leafNode, nodes: replaceLast(nodes, { encryptedPathSecret: last?.encryptedPathSecret.slice(1) ?? [] }) }
    case 'path-ciphertext-surplus': {
      const sealed = last?.encryptedPathSecret ?? []
      return { leafNode, nodes: replaceLast(nodes, { encryptedPathSecret: [...sealed, ...sealed.slice(0, 1)] }) }
    }
    default:
      return path
  }
}

function replaceLast(nodes: readonly UpdatePathNode[], change: Partial<UpdatePathNode>): UpdatePathNode[] {
  return nodes.map((node, at) => (at === nodes.length - 1 ? { ...node, ...change } : node))
}

/** The path with the parent hash in its leaf that its nodes lead to (RFC 9420 section 7.9). */
async function refit(member: Member, proposals: readonly ProposalOrRef[], path: UpdatePath): Promise<UpdatePath> {
  const { state, suite } = member
  const { leafIndex } = state.privatePath
  const list = resolveList(state, proposals, { senderType: 'member', leafIndex })
  const { tree } = applyProposals(state.ratchetTree, state.groupContext.extensions, list)
  const { leafParentHash } = applyPath(tree, { leafIndex, path }, suite.hashing)
  return { ...path, leafNode: await signOwn(member, { ...path.leafNode, parentHash: leafParentHash }) }
}

/** The encryption key of the root, which every commit with a path replaces. */
function keyOfRoot({ state: { ratchetTree } }: Member): Uint8Array {
  const root = ratchetTree[rootFromNodeWidth(ratchetTree.length)]
  return root === undefined ? new Uint8Array() : getHpkePublicKey(root)
}

/** The encryption key of the last other member; one who proposed an Update that the commit carries out gets another. */
function keyOfAnother({ state }: Member): Uint8Array {
  const own = state.privatePath.leafIndex * 2
  const other = state.ratchetTree.findLast((node, index) => node?.nodeType === 'leaf' && index !== own)
  return other === undefined ? new Uint8Array() : getHpkePublicKey(other)
}

function wrongHash(hash: Uint8Array, { hashing }: Member['suite']): Uint8Array {
  return hash.length === 0 ? new Uint8Array(hashing.size) : spoiled(hash)
}

function signOwn(member: Member, leaf: LeafNode): Promise<LeafNodeCommit> {
  // A leaf of another source is put where the path has one of source commit: that is the flaw.
  return signLeaf(leaf as LeafNodeCommit, ownSigner(member))
}

function ownSigner({ state, suite }: Member): LeafSigner {
  const { leafIndex } = state.privatePath
  return { suite, key: state.signaturePrivateKey, groupId: state.groupContext.groupId, leafIndex }
}

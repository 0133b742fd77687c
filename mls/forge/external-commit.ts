// External commits with one thing wrong (RFC 9420 section 12.4.3.2).
import type { Commit } from 'ts-mls/commit.js'
import type { GroupInfo } from 'ts-mls/groupInfo.js'
import type { LeafNodeCommit } from 'ts-mls/leafNode.js'
import type { Proposal } from 'ts-mls/proposal.js'
import { addLeafNode, type RatchetTree, removeLeafNode } from 'ts-mls/ratchetTree.js'
import { nodeToLeafIndex, toLeafIndex } from 'ts-mls/treemath.js'
import { exportGroup, type GroupExport } from '../client/export-group.ts'
import { type ExternalJoinOptions, type ExternalPlan, makeExternalCommit } from '../client/join-external.ts'
import { treeOf } from '../client/join-welcome.ts'
import type { OwnKeyPackage } from '../client/key-package.ts'
import { type ProposalValue, toProposal } from '../client/proposal-value.ts'
import { readMessage } from '../codec/message.ts'
import type { Suite } from '../suite.ts'
import { truncated } from './bytes.ts'
import { type FrameFlaw, flawFrame, flawPacket, flawSignature } from './frame.ts'
import { forgeLeaf, type LeafFlaw } from './leaf.ts'

export type ExternalCommitFlaw =
  | Exclude<FrameFlaw, { readonly kind: 'sender' | 'no-membership-tag' | 'short-membership-tag' }>
  | { readonly kind: 'no-external-init' | 'two-external-inits' | 'missing-path' | 'short-kem-output' }
  | { readonly kind: 'short-confirmation-tag' }
  /** Any flaw of a leaf, in that of the path, which is the joining client's. */
  | { readonly kind: 'path-leaf'; readonly leaf: LeafFlaw }
  /** The same for a client that comes back and removes its former leaf. */
  | { readonly kind: 'returning-leaf'; readonly former: number; readonly leaf: LeafFlaw }
  /** Removes these leaves: somebody else's, or more than one. */
  | { readonly kind: 'removes'; readonly leafIndices: readonly number[] }
  | { readonly kind: 'reference'; readonly reference: Uint8Array }
  /** Adds somebody else, `keyPackage` as MLSMessage. */
  | { readonly kind: 'add'; readonly keyPackage: Uint8Array }
  /** Lists these as well. */
  | { readonly kind: 'also'; readonly proposals: readonly Exclude<ProposalValue, { readonly type: 'update' }>[] }

/**
 * The external commit with this flaw and no other. A client that is in the group already and removes nothing needs no forging:
 * joinExternally does that.
 */
export async function forgeExternalCommit(
  options: Omit<ExternalJoinOptions, 'resync'>,
  flaw: ExternalCommitFlaw,
): Promise<GroupExport & { readonly commitPacket: Uint8Array }> {
  const { groupInfo } = readMessage(options.groupInfo, 'mls_group_info')
  const tree = treeOf(groupInfo, options.ratchetTree)
  const made = await makeExternalCommit(options.own, { groupInfo, tree }, (init) => ({
    ...planOf(init, flaw, options.own.suite),
    alterations: {
      content: async (content) =>
        flawFrame(
          { ...content, commit: await flawCommit(content.commit, { ...options, groupInfo, tree }, flaw) },
          flaw,
        ),
      signature: (signed) => flawSignature(signed, flaw),
      confirmationTag: (tag) => (flaw.kind === 'short-confirmation-tag' ? truncated(tag) : tag),
    },
  }))
  return { commitPacket: flawPacket(made.commitPacket, flaw), ...(await exportGroup(made.member)) }
}

interface Joining {
  readonly own: OwnKeyPackage
  readonly groupInfo: GroupInfo
  readonly tree: RatchetTree
}

async function flawCommit(
  { proposals, path }: Commit,
  { own, groupInfo, tree }: Joining,
  flaw: ExternalCommitFlaw,
): Promise<Commit> {
  if (flaw.kind === 'missing-path') return { proposals, path: undefined }
  if (!('leaf' in flaw) || path === undefined) return { proposals, path }
  const { groupId } = groupInfo.groupContext
  const left = flaw.kind === 'returning-leaf' ? removeLeafNode(tree, toLeafIndex(flaw.former)) : tree
  const [, nodeIndex] = addLeafNode(left, own.keyPackage.leafNode)
  const place = { groupId, leafIndex: nodeToLeafIndex(nodeIndex) }
  const signer = { suite: own.suite, key: own.signatureKey.privateKey, ...place }
  const leafNode = (await forgeLeaf(path.leafNode, flaw.leaf, signer)) as LeafNodeCommit
  return { proposals, path: { ...path, leafNode } }
}

function planOf(init: Proposal, flaw: ExternalCommitFlaw, suite: Suite): ExternalPlan {
  switch (flaw.kind) {
    case 'no-external-init':
      return { proposals: [] }
    case 'two-external-inits':
      return { proposals: [init, init] }
    case 'short-kem-output':
      return { proposals: [shortened(init)] }
    case 'removes':
      return { proposals: [init, ...flaw.leafIndices.map(removalOf)] }
    case 'returning-leaf':
      return { proposals: [init, removalOf(flaw.former)] }
    case 'reference':
      return { proposals: [init], references: [flaw.reference] }
    case 'add': {
      const { keyPackage } = readMessage(flaw.keyPackage, 'mls_key_package')
      return { proposals: [init, { proposalType: 'add', add: { keyPackage } }] }
    }
    case 'also':
      return { proposals: [init, ...flaw.proposals.map((value) => toProposal(value, suite))] }
    default:
      return { proposals: [init] }
  }
}

function removalOf(removed: number): Proposal {
  return { proposalType: 'remove', remove: { removed } }
}

function shortened(init: Proposal): Proposal {
  if (init.proposalType !== 'external_init') return init
  return { proposalType: 'external_init', externalInit: { kemOutput: init.externalInit.kemOutput.slice(1) } }
}

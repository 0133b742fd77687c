// What a list of proposals does to tree and extensions, in the order RFC 9420 section 12.3 fixes; judges nothing.
import type { Extension } from 'ts-mls/extension.js'
import type { KeyPackage } from 'ts-mls/keyPackage.js'
import type { Proposal } from 'ts-mls/proposal.js'
import { addLeafNode, type RatchetTree, removeLeafNode, updateLeafNode } from 'ts-mls/ratchetTree.js'
import type { Sender } from 'ts-mls/sender.js'
import { nodeToLeafIndex, toLeafIndex } from 'ts-mls/treemath.js'
import { leafAt, leavesOf } from './leaves.ts'

export interface ListedProposal {
  readonly proposal: Proposal
  /** Who proposed it; for a proposal by value, the committer. */
  readonly sender: Sender
  /** ProposalRef, when the commit lists it by reference. */
  readonly reference?: Uint8Array
}

export interface AppliedProposals {
  readonly tree: RatchetTree
  readonly extensions: Extension[]
  readonly added: readonly { readonly leafIndex: number; readonly keyPackage: KeyPackage }[]
  readonly removed: readonly number[]
}

/**
 * GroupContextExtensions first (an empty list clears, which ts-mls forgets: B3), then Updates, Removes and Adds.
 * An Update or Remove of a leaf that is not there does nothing: refusing it is the business of the checks.
 */
export function applyProposals(
  tree: RatchetTree,
  extensions: Extension[],
  list: readonly ListedProposal[],
): AppliedProposals {
  let nextTree = tree
  let nextExtensions = extensions
  const added: { leafIndex: number; keyPackage: KeyPackage }[] = []
  const removed: number[] = []
  for (const { proposal } of list)
    if (proposal.proposalType === 'group_context_extensions')
      nextExtensions = proposal.groupContextExtensions.extensions
  for (const { proposal, sender } of list)
    if (proposal.proposalType === 'update' && sender.senderType === 'member' && leafAt(tree, sender.leafIndex))
      nextTree = updateLeafNode(nextTree, proposal.update.leafNode, toLeafIndex(sender.leafIndex))
  for (const { proposal } of list)
    if (proposal.proposalType === 'remove' && leafAt(nextTree, proposal.remove.removed)) {
      nextTree = withoutLeaf(nextTree, proposal.remove.removed)
      removed.push(proposal.remove.removed)
    }
  for (const { proposal } of list)
    if (proposal.proposalType === 'add') {
      const { keyPackage } = proposal.add
      const [grown, nodeIndex] = addLeafNode(nextTree, keyPackage.leafNode)
      nextTree = grown
      added.push({ leafIndex: nodeToLeafIndex(nodeIndex), keyPackage })
    }
  return { tree: nextTree, extensions: nextExtensions, added, removed }
}

/** ts-mls cannot take out the last leaf there is, as a lone member that joins its group anew does (section 12.4.3.2). */
function withoutLeaf(tree: RatchetTree, leafIndex: number): RatchetTree {
  const isLast = leavesOf(tree).every((other) => other.leafIndex === leafIndex)
  return isLast ? [undefined] : removeLeafNode(tree, toLeafIndex(leafIndex))
}

/** Whether RFC 9420 section 12.4 asks the commit for a path: an empty list, or any Update, Remove, ExternalInit or GroupContextExtensions (B1). */
export function needsPath(list: readonly ListedProposal[]): boolean {
  const pathless = ['add', 'psk', 'reinit']
  return list.length === 0 || list.some(({ proposal }) => !pathless.includes(String(proposal.proposalType)))
}

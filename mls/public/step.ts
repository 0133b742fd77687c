// What a commit would make of a group: list, tree and context of the next epoch. Judges nothing but what it cannot compute.
import type { FramedContentCommit } from 'ts-mls/framedContent.js'
import type { GroupContext } from 'ts-mls/groupContext.js'
import type { PublicMessage } from 'ts-mls/publicMessage.js'
import { addLeafNode, type RatchetTree } from 'ts-mls/ratchetTree.js'
import type { Sender } from 'ts-mls/sender.js'
import { nodeToLeafIndex } from 'ts-mls/treemath.js'
import type { UpdatePath } from 'ts-mls/updatePath.js'
import { equalBytes } from '../codec/bytes.ts'
import { confirmedTranscriptHashInput } from '../codec/signed.ts'
import { join, vector } from '../codec/write.ts'
import { MlsRejection } from '../rejection.ts'
import { applyPath } from '../tree/apply-path.ts'
import { type AppliedProposals, applyProposals, type ListedProposal } from '../tree/apply-proposals.ts'
import { treeHash } from '../tree/tree-hash.ts'
import type { PublicGroup } from './group.ts'
import type { PublicProposal } from './read-proposal.ts'

export interface Step {
  readonly content: FramedContentCommit
  readonly confirmationTag: Uint8Array
  readonly committer: Sender
  readonly external: boolean
  readonly list: readonly ListedProposal[]
  readonly references: readonly { readonly reference: Uint8Array; readonly found: boolean }[]
  readonly referenced: readonly PublicProposal[]
  readonly applied: AppliedProposals
  readonly path: UpdatePath | undefined
  readonly leafIndex: number
  readonly tree: RatchetTree
  readonly next: RatchetTree
  readonly leafParentHash?: Uint8Array
  readonly nextContext: GroupContext
  readonly closes: boolean
}

export function stepOf(
  group: PublicGroup,
  { content, auth }: PublicMessage,
  proposals: readonly PublicProposal[],
): Step {
  if (content.contentType !== 'commit' || auth.contentType !== 'commit')
    throw new MlsRejection(
      'unsupported-message',
      { row: 'FR-05', section: '9420 section 6' },
      `cannot read ${content.contentType} here`,
    )
  const { state } = group
  const { suite } = state
  const { path } = content.commit
  const committer = content.sender
  const resolved = resolve(group, content, proposals)
  const applied = applyProposals(state.tree, state.context.extensions, resolved.list)
  const placed = place(applied.tree, committer, path)
  const after = path === undefined ? undefined : applyPath(placed.tree, { ...placed, path }, suite.hashing)
  const next = after?.tree ?? placed.tree
  const { digest } = suite.hashing
  const interim = digest(join([state.context.confirmedTranscriptHash, vector(state.confirmationTag)]))
  const nextContext = {
    ...state.context,
    epoch: state.context.epoch + 1n,
    treeHash: treeHash(next, suite.hashing),
    confirmedTranscriptHash: digest(join([interim, confirmedTranscriptHashInput(content, auth.signature)])),
    extensions: applied.extensions,
  }
  return {
    ...resolved,
    content,
    confirmationTag: auth.confirmationTag,
    committer,
    external: committer.senderType === 'new_member_commit',
    applied,
    path,
    leafIndex: placed.leafIndex,
    tree: placed.tree,
    next,
    ...(after === undefined ? {} : { leafParentHash: after.leafParentHash }),
    nextContext,
    closes: state.closed || resolved.list.some(({ proposal }) => proposal.proposalType === 'reinit'),
  }
}

/** The list with references replaced by what they stand for; unknown ones are left out and noted. */
function resolve(group: PublicGroup, content: FramedContentCommit, proposals: readonly PublicProposal[]) {
  const list: ListedProposal[] = []
  const references: { reference: Uint8Array; found: boolean }[] = []
  const referenced: PublicProposal[] = []
  for (const entry of content.commit.proposals) {
    if (entry.proposalOrRefType === 'proposal') {
      list.push({ proposal: entry.proposal, sender: content.sender })
      continue
    }
    const { reference } = entry
    const found = proposals.find(({ ref, epoch }) => epoch === group.epoch && equalBytes(ref, reference))
    references.push({ reference, found: found !== undefined })
    if (found === undefined) continue
    referenced.push(found)
    list.push({ proposal: found.proposal, sender: found.sender, reference })
  }
  return { list, references, referenced }
}

/** The committer's leaf: its own, or for a joining client the leftmost blank one after the proposals (section 12.4.3.2). */
function place(tree: RatchetTree, committer: Sender, path: UpdatePath | undefined) {
  if (committer.senderType !== 'new_member_commit') {
    const leafIndex = committer.senderType === 'member' ? committer.leafIndex : 0
    if (leafIndex * 2 < tree.length) return { tree, leafIndex }
    throw new MlsRejection(
      'invalid-commit',
      { row: 'FR-08', section: '9420 section 6.1' },
      `expected a committer in the tree; found leaf ${leafIndex}`,
    )
  }
  if (path === undefined) return { tree, leafIndex: 0 }
  const [grown, nodeIndex] = addLeafNode(tree, path.leafNode)
  return { tree: grown, leafIndex: nodeToLeafIndex(nodeIndex) }
}

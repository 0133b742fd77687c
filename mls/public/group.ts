// A group as the public side holds it: a value that each accepted commit replaces by the next.
import { encodeGroupContext } from 'ts-mls/groupContext.js'
import type { GroupState, Rules } from '../checks/contexts.ts'
import { equalBytes } from '../codec/bytes.ts'
import { writeRatchetTree } from '../codec/message.ts'
import { suiteNumber } from '../codec/names.ts'
import type { LeafIdentity } from '../identity.ts'
import type { Suite } from '../suite.ts'
import { leavesOf } from '../tree/leaves.ts'
import { identityOf } from './leaf-identity.ts'

interface PublicMember {
  readonly leafIndex: number
  readonly identity: LeafIdentity
  /** What the identity provider calls the client. */
  readonly handle: Uint8Array
}

export interface PublicGroup {
  readonly groupId: Uint8Array
  readonly epoch: bigint
  /** RFC 9420 code point. */
  readonly cipherSuite: number
  readonly treeHash: Uint8Array
  readonly confirmedTranscriptHash: Uint8Array
  /** `optional<Node> ratchet_tree<V>` of this epoch. */
  readonly ratchetTree: Uint8Array
  readonly members: readonly PublicMember[]
  /** Nodes of the tree at full size, blanks counted: 1 for a group of one. */
  readonly nodeCount: number
  /** Whether a committed ReInit has ended the group. */
  readonly closed: boolean
  /** Opaque outside mls/. */
  readonly state: PublicState
}

export interface PublicState extends GroupState {
  readonly suite: Suite
  /** Confirmation tag of the commit that made this epoch; it goes into the next transcript hash (RFC 9420 section 8.2). */
  readonly confirmationTag: Uint8Array
}

/**
 * Whether both show the same group in the same state: one GroupContext, which holds the hashes of tree and transcript, and
 * one confirmation tag (RFC 9420 sections 8.1 and 8.2).
 */
export function isSameState({ state: one }: PublicGroup, { state: other }: PublicGroup): boolean {
  const isSameContext = equalBytes(encodeGroupContext(one.context), encodeGroupContext(other.context))
  return isSameContext && equalBytes(one.confirmationTag, other.confirmationTag)
}

/** The group in this state; members whose leaf has not changed since `before` keep their entry. */
export function makeGroup(state: PublicState, rules: Pick<Rules, 'identity'>, before?: PublicGroup): PublicGroup {
  const { context, tree } = state
  const memberAt = new Map(before?.members.map((member) => [member.leafIndex, member]))
  const members = leavesOf(tree).map(({ leafIndex, leaf }): PublicMember => {
    const unchanged = before !== undefined && before.state.tree[leafIndex * 2] === tree[leafIndex * 2]
    const known = unchanged ? memberAt.get(leafIndex) : undefined
    if (known !== undefined) return known
    const identity = identityOf(leaf)
    return { leafIndex, identity, handle: rules.identity.clientHandle(identity) }
  })
  return {
    groupId: context.groupId,
    epoch: context.epoch,
    cipherSuite: suiteNumber(context.cipherSuite),
    treeHash: context.treeHash,
    confirmedTranscriptHash: context.confirmedTranscriptHash,
    ratchetTree: writeRatchetTree(tree),
    members,
    nodeCount: tree.length,
    closed: state.closed,
    state,
  }
}

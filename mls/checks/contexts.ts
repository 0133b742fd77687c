// What each kind of check gets to see.
import type { Extension } from 'ts-mls/extension.js'
import type { FramedContentCommit } from 'ts-mls/framedContent.js'
import type { GroupContext } from 'ts-mls/groupContext.js'
import type { GroupInfo } from 'ts-mls/groupInfo.js'
import type { KeyPackage } from 'ts-mls/keyPackage.js'
import type { LeafNode } from 'ts-mls/leafNode.js'
import type { MlsMessageContent } from 'ts-mls/message.js'
import type { Proposal } from 'ts-mls/proposal.js'
import type { PublicMessage } from 'ts-mls/publicMessage.js'
import type { RatchetTree } from 'ts-mls/ratchetTree.js'
import type { Sender } from 'ts-mls/sender.js'
import type { UpdatePath } from 'ts-mls/updatePath.js'
import type { Welcome } from 'ts-mls/welcome.js'
import type { IdentityRules } from '../identity.ts'
import type { MlsRejectionCode } from '../rejection.ts'
import type { Suite } from '../suite.ts'
import type { AppliedProposals, ListedProposal } from '../tree/apply-proposals.ts'
import type { Check } from './check.ts'

/** What every check has at hand. */
export interface Ground {
  readonly rules: Rules
  readonly suite: Suite
  readonly code: MlsRejectionCode
}

/** Bytes that were decoded, and how well they kept to the encoding. */
export interface DecodingContext {
  readonly code: MlsRejectionCode
  readonly what: string
  readonly surplus: number
  readonly canonical: boolean
  /** Version and wire format of an MLSMessage; absent for a bare ratchet tree. */
  readonly message?: { readonly version: number; readonly wireformat: MlsMessageContent['wireformat'] }
  readonly wanted?: readonly MlsMessageContent['wireformat'][]
}

/** A group as it stands: the context of its epoch, its tree, and whether a committed ReInit has closed it. */
export interface GroupState {
  readonly context: GroupContext
  readonly tree: RatchetTree
  readonly closed: boolean
}

export interface FramingContext extends Ground {
  readonly group: GroupState
  readonly route: 'proposal' | 'commit'
  readonly message: PublicMessage
}

/** Where a leaf stands; `tree` means that it was there before us. */
type LeafPlace = 'key-package' | 'update' | 'commit' | 'tree'

export interface LeafContext extends Ground {
  readonly leaf: LeafNode
  readonly place: LeafPlace
  /** Absent for a key package on its own. */
  readonly group?: { readonly context: Pick<GroupContext, 'groupId'>; readonly leafIndex: number }
  /** Extensions of the group context, those after the commit where there is one. */
  readonly extensions: readonly Extension[]
  /** The leaf it takes the place of, for an Update and a commit. */
  readonly predecessor?: LeafNode
}

export interface KeyPackageExpectation {
  /** RFC 9420 code point. */
  readonly cipherSuite: number
  readonly protocolVersion: number
  /** What a server keeps it for: to be handed out once, or again and again when nothing else is left; absent where nobody keeps it. */
  readonly use?: 'once' | 'last-resort'
}

export interface KeyPackageContext extends Ground {
  readonly keyPackage: KeyPackage
  readonly expect: KeyPackageExpectation
  readonly extensions: readonly Extension[]
}

export interface TreeContext extends Ground {
  /** The nodes as sent, before the tree is extended to full size. */
  readonly nodes: RatchetTree
  readonly tree: RatchetTree
  readonly context: GroupContext
}

/** A tree whose members are judged together: one handed over, or the one that a commit leads to. */
export interface MembersContext extends Ground {
  readonly tree: RatchetTree
}

export interface GroupInfoContext extends Ground {
  readonly groupInfo: GroupInfo
  readonly tree: RatchetTree
  /** The bytes a tree inside it must have: those of the tree beside it, or of the tree the commit leads to. */
  readonly ratchetTree: Uint8Array
  /** With a commit: what the commit makes of the group. */
  readonly expected?: {
    readonly context: GroupContext
    readonly confirmationTag: Uint8Array
    readonly committer: number
  }
}

export interface ProposalContext extends Ground {
  readonly group: GroupState
  readonly proposal: Proposal
  readonly sender: Sender
  /** Extensions it is judged by: those after the commit where there is one. */
  readonly extensions: readonly Extension[]
}

export interface ListContext extends Ground {
  readonly group: GroupState
  readonly list: readonly ListedProposal[]
  readonly committer: Sender
  /** Tree and extensions with the list applied. */
  readonly applied: AppliedProposals
}

export interface CommitContext extends ListContext {
  readonly content: FramedContentCommit
  readonly path: UpdatePath | undefined
  readonly confirmationTag: Uint8Array
  /** References of the commit; `found` says whether it is a proposal of this group and epoch. */
  readonly references: readonly { readonly reference: Uint8Array; readonly found: boolean }[]
  /** Leaf index of the committer in the next epoch. */
  readonly leafIndex: number
  /** The tree that the path is applied to: the list's, in an external commit with the new leaf. */
  readonly tree: RatchetTree
  /** The tree of the next epoch. */
  readonly next: RatchetTree
  /** Parent hash that the path's leaf must carry; absent without a path. */
  readonly leafParentHash?: Uint8Array
}

export interface WelcomeContext extends Ground {
  readonly welcome: Welcome | undefined
  /** KeyPackageRefs of the added members. */
  readonly added: readonly Uint8Array[]
}

export interface CheckContexts {
  readonly decoding: DecodingContext
  readonly framing: FramingContext
  readonly leaf: LeafContext
  readonly keyPackage: KeyPackageContext
  readonly groupInfo: GroupInfoContext
  readonly tree: TreeContext
  readonly members: MembersContext
  readonly proposal: ProposalContext
  readonly proposalList: ListContext
  readonly commit: CommitContext
  readonly externalCommit: CommitContext
  readonly welcome: WelcomeContext
}

/** The checks by kind, each kind in the order they run. */
export type Checks = { readonly [Kind in keyof CheckContexts]: readonly Check<CheckContexts[Kind]>[] }

export interface Rules {
  readonly checks: Checks
  readonly identity: IdentityRules
  /** Longest lifetime a key package may have, in seconds (RFC 9420 section 7.2); absent: any. */
  readonly maximumLifetime?: bigint
  suite(id: number): Promise<Suite>
  /** Unix seconds. */
  now(): bigint
}

// The rules a gateway judges by: which checks, whose identities, which suites, what time.
import type { Check } from '../checks/check.ts'
import type {
  CommitContext,
  DecodingContext,
  FramingContext,
  GroupInfoContext,
  KeyPackageContext,
  LeafContext,
  ListContext,
  ProposalContext,
  TreeContext,
  WelcomeContext,
} from '../checks/contexts.ts'
import type { IdentityRules } from '../identity.ts'
import type { Suite } from '../suite.ts'

export interface CheckContexts {
  readonly decoding: DecodingContext
  readonly framing: FramingContext
  readonly leaf: LeafContext
  readonly keyPackage: KeyPackageContext
  readonly groupInfo: GroupInfoContext
  readonly tree: TreeContext
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

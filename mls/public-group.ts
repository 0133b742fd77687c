// The door to the public side: a group followed without any group secret, as a gateway does.

import type { Check } from './checks/check.ts'
import type { IdentityRules, LeafIdentity } from './identity.ts'
import type { Suite } from './suite.ts'

export type { Check, Complaint } from './checks/check.ts'

export interface PublicMember {
  readonly leafIndex: number
  readonly identity: LeafIdentity
  readonly handle: Uint8Array
}
export interface PublicGroup {
  readonly groupId: Uint8Array
  readonly epoch: bigint
  readonly cipherSuite: number
  readonly treeHash: Uint8Array
  readonly confirmedTranscriptHash: Uint8Array
  readonly ratchetTree: Uint8Array
  readonly members: readonly PublicMember[]
  readonly nodeCount: number
}
export interface PublicProposal {
  readonly ref: Uint8Array
  readonly packet: Uint8Array
}
export interface ValidKeyPackage {
  readonly ref: Uint8Array
  readonly bytes: Uint8Array
  readonly cipherSuite: number
  readonly notBefore: bigint
  readonly notAfter: bigint
  readonly identity: LeafIdentity
  readonly handle: Uint8Array
}
export interface CommitEffect {
  readonly next: PublicGroup
  readonly referenced: readonly PublicProposal[]
  readonly added: readonly { readonly ref: Uint8Array; readonly handle: Uint8Array; readonly leafIndex: number }[]
  readonly removed: readonly { readonly leafIndex: number; readonly handle: Uint8Array }[]
  readonly committer: number
  readonly external: boolean
}
export type Checks = {
  readonly [K in
    | 'decoding'
    | 'framing'
    | 'leaf'
    | 'keyPackage'
    | 'groupInfo'
    | 'tree'
    | 'proposal'
    | 'proposalList'
    | 'commit'
    | 'externalCommit'
    | 'welcome']: readonly Check<never>[]
}
export interface Rules {
  readonly checks: Checks
  readonly identity: IdentityRules
  suite(id: number): Promise<Suite>
  now(): bigint
}

const inWork = () => new Error('in work')
export const allChecks: Checks = {
  decoding: [],
  framing: [],
  leaf: [],
  keyPackage: [],
  groupInfo: [],
  tree: [],
  proposal: [],
  proposalList: [],
  commit: [],
  externalCommit: [],
  welcome: [],
}
export function withoutCheck(_checks: Checks, _row: string): Checks {
  throw inWork()
}
export async function validateKeyPackage(
  _message: Uint8Array,
  _expect: { cipherSuite: number; protocolVersion: number },
  _rules: Rules,
): Promise<ValidKeyPackage> {
  throw inWork()
}
export async function openGroup(
  _upload: { groupInfo: Uint8Array; ratchetTree: Uint8Array },
  _rules: Rules,
): Promise<PublicGroup> {
  throw inWork()
}
export async function readProposal(_group: PublicGroup, _packet: Uint8Array, _rules: Rules): Promise<PublicProposal> {
  throw inWork()
}
export async function readCommit(
  _group: PublicGroup,
  _upload: { packet: Uint8Array; proposals: readonly PublicProposal[]; welcome?: Uint8Array; groupInfo?: Uint8Array },
  _rules: Rules,
): Promise<CommitEffect> {
  throw inWork()
}

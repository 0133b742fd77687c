// The door to the client side: real MLS members that create, join, change and read groups.
import type { OwnKeyPackage } from './client/key-package.ts'
import type { Member, MemberDescription } from './client/member.ts'
import type { GroupExtension, ProposalValue } from './client/proposal-value.ts'

export type { Member, MemberDescription } from './client/member.ts'
export type { GroupExtension, ProposalValue } from './client/proposal-value.ts'

export interface GroupExport {
  readonly groupInfo: Uint8Array
  readonly ratchetTree: Uint8Array
}
export interface CommitOptions {
  readonly proposals?: readonly ProposalValue[]
  readonly references?: readonly Uint8Array[]
}
export interface CommitResult extends GroupExport {
  readonly member: Member
  readonly commitPacket: Uint8Array
  readonly welcomePacket?: Uint8Array
}
export interface Received {
  readonly member: Member
  readonly kind: 'proposal' | 'commit' | 'application' | 'removed'
  readonly application?: Uint8Array
}
export interface ExternalJoinResult extends GroupExport {
  readonly member: Member
  readonly commitPacket: Uint8Array
}

const inWork = () => new Error('in work')
export async function createGroup(_options: {
  groupId: Uint8Array
  own: OwnKeyPackage
  extensions?: readonly GroupExtension[]
}): Promise<Member> {
  throw inWork()
}
export async function exportGroup(
  _member: Member,
  _options?: { externalPub?: boolean; embedTree?: boolean },
): Promise<GroupExport> {
  throw inWork()
}
export async function propose(_member: Member, _value: ProposalValue): Promise<{ member: Member; packet: Uint8Array }> {
  throw inWork()
}
export async function commit(_member: Member, _options?: CommitOptions): Promise<CommitResult> {
  throw inWork()
}
export async function receive(_member: Member, _message: Uint8Array): Promise<Received> {
  throw inWork()
}
export async function joinFromWelcome(_options: {
  own: OwnKeyPackage
  welcome: Uint8Array
  ratchetTree?: Uint8Array
}): Promise<Member> {
  throw inWork()
}
export async function joinExternally(_options: {
  own: OwnKeyPackage
  groupInfo: Uint8Array
  ratchetTree?: Uint8Array
  resync?: boolean
}): Promise<ExternalJoinResult> {
  throw inWork()
}
export async function protect(
  _member: Member,
  _plaintext: Uint8Array,
): Promise<{ member: Member; message: Uint8Array }> {
  throw inWork()
}
export function describeMember(_member: Member): MemberDescription {
  throw inWork()
}

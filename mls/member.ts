// The door to the client side: real MLS members that create, join, change and read groups.
export { type CommitOptions, type CommitResult, commit } from './client/commit.ts'
export { exportGroup, type GroupExport } from './client/export-group.ts'
export { joinExternally } from './client/join-external.ts'
export { joinFromWelcome } from './client/join-welcome.ts'
export { seenReferences } from './client/list.ts'
export {
  createGroup,
  describeMember,
  encryptionKeyOfNode,
  type Member,
  type MemberDescription,
  type Received,
  withPsk,
} from './client/member.ts'
export type { GroupExtension, ProposalValue } from './client/proposal-value.ts'
export { propose } from './client/propose.ts'
export { proposeFromOutside } from './client/propose-outside.ts'
export { protect } from './client/protect.ts'
export { receive } from './client/receive.ts'

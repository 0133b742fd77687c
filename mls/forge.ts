// The door to deliberately wrong objects: each has the one flaw that is asked for, and is otherwise as good as signatures can make it.
export { spoiled, trailingByte, truncated, withVersion, withWireFormat } from './forge/bytes.ts'
export { type CommitFlaw, forgeCommit } from './forge/commit.ts'
export { type ExternalCommitFlaw, forgeExternalCommit } from './forge/external-commit.ts'
export { forgeGroup, type GroupFlaw } from './forge/group.ts'
export { forgeKeyPackage, type KeyPackageFlaw } from './forge/key-package.ts'
export { forgeFromOutside } from './forge/outside.ts'
export { forgeProposal, type ProposalFlaw } from './forge/proposal.ts'
export { forgeWelcome, type WelcomeFlaw } from './forge/welcome.ts'

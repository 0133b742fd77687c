// The door to the public side: groups and key packages judged without any group secret, as a gateway does.
export { allChecks, replaceCheck, withoutCheck } from './checks/all.ts'
export type { Check, Complaint } from './checks/check.ts'
export type { PublicGroup, PublicMember } from './public/group.ts'
export { type ValidKeyPackage, validateKeyPackage } from './public/key-package.ts'
export { type GroupUpload, openGroup } from './public/open-group.ts'
export { type CommitEffect, type CommitUpload, readCommit } from './public/read-commit.ts'
export { type PublicProposal, readProposal } from './public/read-proposal.ts'
export type { CheckContexts, Checks, Rules } from './public/rules.ts'

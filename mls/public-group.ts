// The door to the public side: groups and key packages judged without any group secret, as a gateway does.
export { allChecks, limitCheck, replaceCheck, withoutCheck } from './checks/all.ts'
export type { Checks, Rules } from './checks/contexts.ts'
export { isSameState, type PublicGroup } from './public/group.ts'
export { type Handshake, readHandshake } from './public/handshake.ts'
export { validateKeyPackage } from './public/key-package.ts'
export { openGroup } from './public/open-group.ts'
export { type CommitEffect, readCommit } from './public/read-commit.ts'
export { type PublicProposal, readProposal } from './public/read-proposal.ts'

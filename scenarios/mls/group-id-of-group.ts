// A message is for the group that it names (FR-06).
import { externalCommit, memberFrames } from '../../harness/ingest/frames.ts'
import { refusedOn } from '../../harness/ingest/route.ts'

const { proposal, commit } = memberFrames
const rule = {
  requirement: 'mls/group-id-of-group',
  what: 'that name another group',
  flaws: { otherGroup: { kind: 'group-id', groupId: new TextEncoder().encode('some other group') } },
} as const

// What another gateway forwards is told by the path for which group it is, and goes no other way than this.
export default { ...refusedOn({ proposal, commit }, rule), ...refusedOn({ 'external-commit': externalCommit }, rule) }

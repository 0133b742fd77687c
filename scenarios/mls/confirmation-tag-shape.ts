// A commit has a confirmation tag of the length of the hash; its value only members can check (FR-15).
import { externalCommit, memberFrames } from '../../harness/ingest/frames.ts'
import { refusedOn } from '../../harness/ingest/route.ts'

const { commit } = memberFrames
const rule = {
  requirement: 'mls/confirmation-tag-shape',
  what: 'with a confirmation tag that is too short',
  flaws: { short: { kind: 'short-confirmation-tag' } },
} as const

export default { ...refusedOn({ commit }, rule), ...refusedOn({ 'external-commit': externalCommit }, rule) }

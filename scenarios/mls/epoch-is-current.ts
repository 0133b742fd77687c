// A message is for the epoch that it names, and that is now (FR-07).
import { externalCommit, memberFrames } from '../../harness/ingest/frames.ts'
import { refusedOn } from '../../harness/ingest/route.ts'

const { proposal, commit } = memberFrames
const rule = {
  requirement: 'mls/epoch-is-current',
  what: 'of the epoch before, of the next one, and of one far away',
  // With Carol added the group is in epoch 1.
  setting: { members: ['carol'] },
  flaws: {
    before: { kind: 'epoch', epoch: 0n },
    next: { kind: 'epoch', epoch: 2n },
    farAway: { kind: 'epoch', epoch: 2n ** 40n + 1n },
  },
} as const

// A follower may take what is forwarded for another epoch as a sign that it has missed something.
export default { ...refusedOn({ proposal, commit }, rule), ...refusedOn({ 'external-commit': externalCommit }, rule) }

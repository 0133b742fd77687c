// A group does not start over in an older version of the protocol (PL-05; RFC 9420 section 12.1.5).
import { refusedCommits, refusedProposals } from '../../harness/ingest/refused-in-room.ts'
import type { Variants } from '../../harness/scenario.ts'

const requirement = 'mls/re-init-version'
const startOver = (version: number) => ({ type: 're-init', groupId: Uint8Array.of(5), version }) as const

export default {
  proposal: refusedProposals({
    requirement,
    story: 'Alice proposes to start over in version 0 of the protocol, then in the present one',
    others: 1,
    trials: ({ session }) => [
      {
        name: 'older version',
        wrong: () => session().propose(startOver(0)),
        right: () => session().propose(startOver(1)),
      },
    ],
  }),
  'by-value': refusedCommits({
    requirement,
    story: 'Alice commits to start over in version 0 of the protocol, then in the present one',
    others: 1,
    trials: ({ commit }) => [
      {
        name: 'older version',
        wrong: () => commit({ proposals: [startOver(0)] }),
        right: () => commit({ proposals: [startOver(1)] }),
      },
    ],
  }),
} satisfies Variants

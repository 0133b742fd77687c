// ExternalInit is for those who join from outside (PL-06; RFC 9420 sections 12.1.6 and 12.2).
import { refusedCommits, refusedProposals } from '../../harness/ingest/refused-in-room.ts'
import type { Variants } from '../../harness/scenario.ts'

const requirement = 'mls/external-init-from-outside'
const init = { type: 'external-init', kemOutput: new Uint8Array(32).fill(9) } as const

export default {
  proposal: refusedProposals({
    requirement,
    story: 'Bob, a member, proposes an ExternalInit, then an update',
    others: 1,
    trials: ({ session, second }) => [
      {
        name: 'by a member',
        wrong: () => session(second).propose(init),
        right: () => session(second).propose({ type: 'update' }),
      },
    ],
  }),
  'by-value': refusedCommits({
    requirement,
    story: 'Alice, a member, commits an ExternalInit, then nothing',
    others: 1,
    trials: ({ commit }) => [
      { name: 'by a member', wrong: () => commit({ proposals: [init] }), right: () => commit({ withPath: true }) },
    ],
  }),
} satisfies Variants

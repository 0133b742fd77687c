// A commit by which a group starts over does nothing else (PL-15; RFC 9420 section 12.2).
import { refusedCommits } from '../../harness/ingest/refused-in-room.ts'
import type { Variants } from '../../harness/scenario.ts'

const requirement = 'mls/re-init-alone'
const startOver = { type: 're-init', groupId: Uint8Array.of(5) } as const

export default {
  'by-value': refusedCommits({
    requirement,
    story: 'Alice starts over and removes Bob in one commit, then she starts over and no more',
    trials({ commit, leafOf, second }) {
      const removal = { type: 'remove', leafIndex: leafOf(second) } as const
      return [
        {
          name: 'with a removal',
          wrong: () => commit({ proposals: [startOver, removal] }),
          right: () => commit({ proposals: [startOver] }),
        },
      ]
    },
  }),
  'by-reference': refusedCommits({
    requirement,
    story: 'Bob proposes to start over; Alice commits that and his removal, then that alone',
    async trials({ story, commit, leafOf, second }) {
      await story.propose(second, startOver)
      const removal = { type: 'remove', leafIndex: leafOf(second) } as const
      return [{ name: 'with a removal', wrong: () => commit({ proposals: [removal] }), right: () => commit() }]
    },
  }),
} satisfies Variants

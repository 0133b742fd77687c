// A commit changes a leaf once (PL-11; RFC 9420 section 12.2).
import { refusedCommits } from '../../harness/ingest/refused-in-room.ts'
import type { Variants } from '../../harness/scenario.ts'
import { seenReferences } from '../../mls/member.ts'

const requirement = 'mls/one-change-per-leaf'

export default {
  'by-value': refusedCommits({
    requirement,
    story: 'Alice removes Bob twice in one commit, then once',
    trials({ commit, leafOf, second }) {
      const removal = { type: 'remove', leafIndex: leafOf(second) } as const
      return [
        {
          name: 'removed twice',
          wrong: () => commit({ proposals: [removal, removal] }),
          right: () => commit({ proposals: [removal] }),
        },
      ]
    },
  }),
  'by-reference': refusedCommits({
    requirement,
    tolerates: 'A-31',
    story: 'Alice commits two updates that Bob has proposed, then one of them; two removals of him, then one',
    others: 3,
    async trials({ story, second, third, fourth, session, commit, leafOf }) {
      const removal = { type: 'remove', leafIndex: leafOf(second) } as const
      for (let updates = 0; updates < 2; updates++) await story.propose(second, { type: 'update' })
      return [
        {
          name: 'two updates',
          wrong: () => commit(),
          right: () => commit({ references: seenReferences(session().member).slice(1) }),
        },
        {
          name: 'two removals',
          async wrong() {
            for (const member of [third, fourth]) await story.propose(member, removal)
            return commit()
          },
          right: () => commit({ references: seenReferences(session().member).slice(1) }),
        },
      ]
    },
  }),
  'updated-and-removed': refusedCommits({
    requirement,
    story: 'Alice removes Bob in a commit of the update that he has proposed, then commits the update alone',
    async trials({ story, second, commit, leafOf }) {
      await story.propose(second, { type: 'update' })
      return [
        {
          name: 'updated and removed',
          wrong: () => commit({ proposals: [{ type: 'remove', leafIndex: leafOf(second) }] }),
          right: () => commit(),
        },
      ]
    },
  }),
} satisfies Variants

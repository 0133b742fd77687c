// Nobody commits an Update of the own leaf: the path brings the new one (PL-09; RFC 9420 section 12.2).
import { refusedCommits } from '../../harness/ingest/refused-in-room.ts'
import type { Variants } from '../../harness/scenario.ts'
import { seenReferences } from '../../mls/member.ts'

const requirement = 'mls/no-own-update'

export default {
  'by-value': refusedCommits({
    requirement,
    story: 'Alice commits an Update of her own leaf by value, then nothing',
    others: 1,
    trials: ({ commit, forge }) => [
      { name: 'own update', wrong: () => forge({ kind: 'own-update' }), right: () => commit({ withPath: true }) },
    ],
  }),
  'by-reference': refusedCommits({
    requirement,
    tolerates: 'A-31',
    story: 'Alice and Bob propose updates; Alice commits both, then that of Bob alone',
    async trials({ story, session, commit, creator, second }) {
      await story.propose(creator, { type: 'update' })
      const own = seenReferences(session(second).member)
      await story.propose(second, { type: 'update' })
      const others = seenReferences(session().member)
      return [
        {
          name: 'own update',
          wrong: () => commit({ references: [...others, ...own] }),
          right: () => commit({ references: others }),
        },
      ]
    },
  }),
} satisfies Variants

// A commit gives a group its extensions once (PL-14; RFC 9420 section 12.2).
import { refusedCommits } from '../../harness/ingest/refused-in-room.ts'
import type { Variants } from '../../harness/scenario.ts'
import { seenReferences } from '../../mls/member.ts'

const requirement = 'mls/extensions-set-once'
const clearing = { type: 'group-context-extensions', extensions: [] } as const

export default {
  'by-value': refusedCommits({
    requirement,
    story: 'Alice sets the extensions of the group twice in one commit, then once',
    others: 1,
    trials: ({ commit }) => [
      {
        name: 'twice',
        wrong: () => commit({ proposals: [clearing, clearing] }),
        right: () => commit({ proposals: [clearing] }),
      },
    ],
  }),
  'by-reference': refusedCommits({
    requirement,
    tolerates: 'A-31',
    story: 'Bob and Carol propose extensions of the group; Alice commits both proposals, then one of them',
    async trials({ story, session, commit, second, third }) {
      for (const member of [second, third]) await story.propose(member, clearing)
      const references = seenReferences(session().member)
      return [
        {
          name: 'twice',
          wrong: () => commit({ references }),
          right: () => commit({ references: references.slice(1) }),
        },
      ]
    },
  }),
} satisfies Variants

// A commit refers to proposals of this group and epoch (CB-01; RFC 9420 section 12.4.2).
import { refusedCommits } from '../../harness/ingest/refused-in-room.ts'
import type { Variants } from '../../harness/scenario.ts'
import { seenReferences } from '../../mls/member.ts'

const requirement = 'mls/references-known'

export default {
  unknown: refusedCommits({
    requirement,
    story: 'Alice commits what Bob has proposed and something that nobody has, then what Bob has proposed',
    async trials({ story, commit, forge, second }) {
      await story.propose(second, { type: 'update' })
      return [
        {
          name: 'never proposed',
          wrong: () => forge({ kind: 'unknown-reference', reference: new Uint8Array(32).fill(1) }),
          right: () => commit(),
        },
      ]
    },
  }),
  'epoch-before': refusedCommits({
    requirement,
    story: 'Bob proposes an update, Alice commits without it; in the next epoch she refers to it, then to a new one',
    async trials({ story, session, commit, forge, creator, second }) {
      await story.propose(second, { type: 'update' })
      const reference = seenReferences(session().member)[0] ?? new Uint8Array()
      await story.commit(creator, { references: [] }, 'A-31')
      await story.propose(second, { type: 'update' })
      return [
        {
          name: 'proposed before',
          wrong: () => forge({ kind: 'unknown-reference', reference }),
          right: () => commit(),
        },
      ]
    },
  }),
} satisfies Variants

// Nobody commits the own removal (PL-10; RFC 9420 section 12.2).
import { refusedCommits, refusedForwardedCommits } from '../../harness/ingest/refused-in-room.ts'
import type { Variants } from '../../harness/scenario.ts'
import { seenReferences } from '../../mls/member.ts'

const requirement = 'mls/no-own-removal'

export default {
  'by-value': refusedCommits({
    requirement,
    story: 'Alice removes herself and Bob by a commit, then Bob alone',
    trials({ commit, forge, leafOf, second }) {
      const proposals = [{ type: 'remove', leafIndex: leafOf(second) }] as const
      return [
        {
          name: 'herself as well',
          wrong: () => forge({ kind: 'self-remove' }, { proposals }),
          right: () => commit({ proposals }),
        },
      ]
    },
  }),
  'by-reference': refusedCommits({
    requirement,
    tolerates: 'A-31',
    story: 'Bob proposes to remove Alice and Carol; Alice commits both, then the removal of Carol alone',
    async trials({ story, session, commit, forge, leafOf, creator, second, third }) {
      const removal = (of: typeof creator) => ({ type: 'remove', leafIndex: leafOf(of) }) as const
      await story.propose(second, removal(third))
      const [other] = seenReferences(session().member)
      const references = other === undefined ? [] : [other]
      await story.propose(second, removal(creator))
      const reference = seenReferences(session().member)[1] ?? new Uint8Array()
      return [
        {
          name: 'herself as well',
          wrong: () => forge({ kind: 'unknown-reference', reference }, { references }),
          right: () => commit({ references }),
        },
      ]
    },
  }),
  forwarded: refusedForwardedCommits({
    requirement,
    story: "Carol's gateway forwards a commit by which she removes herself and Bob, then one that removes Bob alone",
    trials({ commit, forge, leafOf, second }) {
      const proposals = [{ type: 'remove', leafIndex: leafOf(second) }] as const
      return [
        {
          name: 'herself as well',
          wrong: () => forge({ kind: 'self-remove' }, { proposals }),
          right: () => commit({ proposals }),
        },
      ]
    },
  }),
} satisfies Variants

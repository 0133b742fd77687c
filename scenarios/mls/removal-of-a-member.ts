// Only a member can be removed (PL-03; RFC 9420 section 12.1.3).

import { refusedCommits, refusedForwardedProposals, refusedProposals } from '../../harness/ingest/refused-in-room.ts'
import { outsider } from '../../harness/ingest/room.ts'
import type { Variants } from '../../harness/scenario.ts'

const requirement = 'mls/removal-of-a-member'
const remove = (leafIndex: number) => ({ type: 'remove', leafIndex }) as const

export default {
  proposal: refusedProposals({
    requirement,
    story:
      'Alice proposes to remove a leaf that is blank and one beyond the tree, each time followed by the removal of a member',
    others: 3,
    async trials({ story, session, creator, second, third, fourth, leafOf }) {
      const left = leafOf(third)
      await story.commit(creator, { proposals: [remove(left)] })
      // Another member each time: a gateway may refuse a proposal that it has accepted before.
      const others = [leafOf(second), leafOf(fourth)]
      return [left, 1000].map((leafIndex, at) => ({
        name: `leaf ${leafIndex}`,
        wrong: () => session().propose(remove(leafIndex)),
        right: () => session().propose(remove(others[at] ?? 0)),
      }))
    },
  }),
  forwarded: refusedForwardedProposals({
    requirement,
    story: "Carol's gateway forwards her proposals to remove a leaf that nobody has, and that of Bob",
    others: 1,
    trials: ({ session, second, leafOf }) => [
      {
        name: 'nobody',
        wrong: () => session().propose(remove(1000)),
        right: () => session().propose(remove(leafOf(second))),
      },
    ],
  }),
  'by-value': refusedCommits({
    requirement,
    story: 'Alice removes by a commit a leaf that is blank, one beyond the tree, and then Bob',
    others: 3,
    async trials({ story, commit, creator, second, third, fourth, leafOf }) {
      const left = leafOf(third)
      await story.commit(creator, { proposals: [remove(left)] })
      const others = [leafOf(second), leafOf(fourth)]
      return [left, 1000].map((leafIndex, at) => ({
        name: `leaf ${leafIndex}`,
        wrong: () => commit({ proposals: [remove(leafIndex)] }),
        right: () => commit({ proposals: [remove(others[at] ?? 0)] }),
      }))
    },
  }),
  'external-commit': refusedCommits({
    requirement,
    story:
      'Bob leaves a blank leaf between Alice and Carol; Dave joins from outside and removes it, then removes nobody',
    needs: ['external-commits'],
    async trials(room) {
      const { story, creator, second, fourth, leafOf } = room
      const left = leafOf(second)
      await story.commit(creator, { proposals: [remove(left)] })
      const { forge, join } = outsider(room, fourth)
      return [{ name: 'nobody', wrong: () => forge({ kind: 'removes', leafIndices: [left] }), right: () => join() }]
    },
  }),
} satisfies Variants

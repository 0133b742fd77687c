// A commit refers to a proposal once (CB-02; RFC 9420 section 12.4).
import { refusedCommits } from '../../harness/ingest/refused-in-room.ts'
import type { Variants } from '../../harness/scenario.ts'

const requirement = 'mls/no-reference-twice'
const custom = { type: 'custom', proposalType: 0xf1f1, data: Uint8Array.of(1) } as const
const supporting = { proposals: [custom.proposalType] }

export default {
  update: refusedCommits({
    requirement,
    story: 'Alice refers twice to the update that Bob has proposed, then once',
    async trials({ story, commit, forge, second }) {
      await story.propose(second, { type: 'update' })
      return [{ name: 'twice', wrong: () => forge({ kind: 'reference-twice' }), right: () => commit() }]
    },
  }),
  // Only of such a type can a list hold two that do not stand in each other's way.
  'own-type': refusedCommits({
    requirement,
    story: 'Alice refers twice to a proposal of Bob that is of a type all of them know, then once',
    supports: [supporting, supporting, supporting],
    async trials({ story, commit, forge, second }) {
      await story.propose(second, custom)
      return [{ name: 'twice', wrong: () => forge({ kind: 'reference-twice' }), right: () => commit() }]
    },
  }),
} satisfies Variants

// What a group begins to ask of its members all of them can do (PL-07; RFC 9420 section 12.1.7).
import { refusedCommits, refusedProposals } from '../../harness/ingest/refused-in-room.ts'
import type { Variants } from '../../harness/scenario.ts'

const requirement = 'mls/new-extensions-supported'
const [known, rare, unknown] = [0xf0f0, 0xf1f1, 0xf2f2]
const supports = [{ extensions: [known, rare] }, { extensions: [known, rare] }, { extensions: [known] }]
const asking = (type: number) =>
  ({
    type: 'group-context-extensions',
    extensions: [{ type: 'required-capabilities', extensionTypes: [type] }],
  }) as const
const having = (type: number) =>
  ({
    type: 'group-context-extensions',
    extensions: [{ type: 'other', extensionType: type, data: Uint8Array.of(1) }],
  }) as const

export default {
  proposal: refusedProposals({
    requirement,
    story: 'Alice proposes to require of all what she cannot do herself, then what she can',
    others: 1,
    supports,
    trials: ({ session }) => [
      {
        name: 'unknown to the sender',
        wrong: () => session().propose(asking(unknown)),
        right: () => session().propose(asking(known)),
      },
    ],
  }),
  'by-value': refusedCommits({
    requirement,
    story:
      'Alice commits to require, or to have, an extension that Carol alone does not support, in the end as she removes Bob; then one that all do',
    supports,
    trials: ({ commit, second, leafOf }) => [
      {
        name: 'required',
        wrong: () => commit({ proposals: [asking(rare)] }),
        right: () => commit({ proposals: [asking(known)] }),
      },
      {
        name: 'present',
        wrong: () => commit({ proposals: [having(rare)] }),
        right: () => commit({ proposals: [having(known)] }),
      },
      {
        name: 'beside a removal',
        wrong: () => commit({ proposals: [asking(rare), { type: 'remove', leafIndex: leafOf(second) }] }),
        right: () => commit({ proposals: [asking(known), { type: 'remove', leafIndex: leafOf(second) }] }),
      },
    ],
  }),
  'by-reference': refusedCommits({
    requirement,
    story:
      'Alice commits what Bob has proposed: to require what Carol alone does not support, in the end without Carol',
    supports,
    async trials({ story, second, third, commit, leafOf }) {
      await story.propose(second, asking(rare))
      return [
        {
          name: 'with Carol',
          wrong: () => commit(),
          right: () => commit({ proposals: [{ type: 'remove', leafIndex: leafOf(third) }] }),
        },
      ]
    },
  }),
} satisfies Variants

// The path has a node for each parent that it replaces, sealed to all below but those added with it (CB-05; RFC 9420 sections 7.5 and 7.6).
import { refusedCommits } from '../../harness/ingest/refused-in-room.ts'
import type { Variants } from '../../harness/scenario.ts'

const requirement = 'mls/path-length'
const path = { withPath: true } as const

export default {
  nodes: refusedCommits({
    requirement,
    story: 'The path of Alice has a node too few, a node too many, or lacks a ciphertext',
    trials: ({ commit, forge }) =>
      (
        [
          ['too short', 'path-too-short'],
          ['too long', 'path-too-long'],
          ['not for all', 'path-ciphertext-missing'],
        ] as const
      ).map(([name, kind]) => ({ name, wrong: () => forge({ kind }, path), right: () => commit(path) })),
  }),
  newcomers: refusedCommits({
    requirement,
    story: 'Alice adds Dave by a commit whose path is sealed to one more than the members before; then to those alone',
    async trials({ commit, forge, fourth }) {
      const { message: keyPackage } = await fourth.person.keyPackage()
      const adding = { proposals: [{ type: 'add', keyPackage }], withPath: true } as const
      return [
        {
          name: 'one too many',
          wrong: () => forge({ kind: 'path-ciphertext-surplus' }, adding),
          right: () => commit(adding),
        },
      ]
    },
  }),
} satisfies Variants

// The path begins with a new leaf of source commit, bound to it by the parent hash (CB-04; RFC 9420 sections 7.9 and 12.4.2).

import { refusedCommits, refusedForwardedCommits } from '../../harness/ingest/refused-in-room.ts'
import type { Room } from '../../harness/ingest/room.ts'
import type { Variants } from '../../harness/scenario.ts'
import type { CommitFlaw } from '../../mls/forge.ts'

const requirement = 'mls/leaf-of-the-path'
const path = { withPath: true } as const

const trials = ({ commit, forge }: Room) =>
  Object.entries<CommitFlaw>({
    'other source': { kind: 'path-leaf-source' },
    'spoilt signature': { kind: 'path-leaf-signature' },
    'other parent hash': { kind: 'path-parent-hash' },
    'key it had': { kind: 'path-same-key' },
  }).map(([name, flaw]) => ({ name, wrong: () => forge(flaw, path), right: () => commit(path) }))

export default {
  local: refusedCommits({
    requirement,
    story: 'The leaf of the path of Alice is of source update, unsigned, has another parent hash, or the key it had',
    trials,
  }),
  // A leaf in the place of another belongs to the same client (RFC 9420 section 5.3.1).
  'another-client': refusedCommits({
    requirement,
    needs: ['basic'],
    story: 'The leaf of the path of Alice is that of Carol, a client who is not in the group; then one of her own',
    others: 1,
    trials: ({ stage: { carol }, commit, forge }) => [
      {
        name: 'another client',
        wrong: () => forge({ kind: 'path-identity', identity: carol.handle }, path),
        right: () => commit(path),
      },
    ],
  }),
  forwarded: refusedForwardedCommits({
    requirement,
    story: "Carol's gateway forwards commits of hers with the same flaws, and good ones in between",
    others: 1,
    trials,
  }),
} satisfies Variants

// An Update brings the sender's own leaf, signed for its place (PL-02; RFC 9420 sections 7.3 and 12.1.2).

import { refusedForwardedProposals, refusedProposals } from '../../harness/ingest/refused-in-room.ts'
import type { Room } from '../../harness/ingest/room.ts'
import type { Variants } from '../../harness/scenario.ts'
import { forgeProposal, type ProposalFlaw } from '../../mls/forge.ts'

const requirement = 'mls/update-of-its-sender'
const update = { type: 'update' } as const

const trials = ({ session }: Room) =>
  Object.entries<ProposalFlaw>({
    'spoilt signature': { kind: 'update-leaf-signature' },
    'place of another': { kind: 'update-leaf', leaf: { kind: 'leaf-signed-for', leafIndex: 1 } },
    'leaf it has': { kind: 'update-leaf-source' },
  }).map(([name, flaw]) => ({
    name,
    wrong: () => forgeProposal(session().member, update, flaw),
    right: () => session().propose(update),
  }))

export default {
  proposal: refusedProposals({
    requirement,
    story: 'Alice proposes updates whose leaf is unsigned, signed for the place of Bob, or the one that she has',
    others: 1,
    trials,
  }),
  forwarded: refusedForwardedProposals({
    requirement,
    story:
      "Carol's gateway forwards updates of hers whose leaf is unsigned, signed for another place, or the one she has",
    others: 1,
    trials,
  }),
} satisfies Variants

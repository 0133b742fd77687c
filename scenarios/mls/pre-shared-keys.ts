// A PSK is external, or of an earlier epoch and for use in this group, and has a nonce of the right length (PL-04; RFC 9420 section 12.1.4).

import { refusedCommits, refusedProposals } from '../../harness/ingest/refused-in-room.ts'
import { outsider } from '../../harness/ingest/room.ts'
import type { Variants } from '../../harness/scenario.ts'
import { withPsk } from '../../mls/member.ts'

const requirement = 'mls/pre-shared-keys'
const psk = { id: Uint8Array.of(7), secret: Uint8Array.of(1, 2, 3) }
const external = (nonce?: Uint8Array) => ({ type: 'external-psk', pskId: psk.id, ...(nonce && { nonce }) }) as const
const short = external(Uint8Array.of(1))

export default {
  proposal: refusedProposals({
    requirement,
    story: 'Bob proposes a PSK whose nonce is too short, and ones that are for a new group; then as it should be',
    others: 1,
    trials({ session, second, story: { groupId } }) {
      const { epoch } = session().describe()
      const resuming = (usage: 'application' | 'branch' | 'reinit') =>
        ({ type: 'resumption-psk', usage, groupId, epoch }) as const
      const propose = session(second).propose
      return [
        { name: 'short nonce', wrong: () => propose(short), right: () => propose(external()) },
        {
          name: 'for a branch',
          wrong: () => propose(resuming('branch')),
          right: () => propose(resuming('application')),
        },
        {
          name: 'for a new group',
          wrong: () => propose(resuming('reinit')),
          right: () => propose(resuming('application')),
        },
      ]
    },
  }),
  'by-value': refusedCommits({
    requirement,
    story:
      'Alice commits a PSK that is for a branch of the group, and one whose nonce is too short; then as it should be',
    others: 1,
    trials({ session, commit, commitAs, story: { groupId } }) {
      const resuming = (usage: 'application' | 'branch') =>
        commit({ proposals: [{ type: 'resumption-psk', usage, groupId, epoch: session().describe().epoch }] })
      const knowing = (proposal: ReturnType<typeof external>) =>
        commitAs(withPsk(session().member, psk), { proposals: [proposal] })
      return [
        { name: 'for a branch', wrong: () => resuming('branch'), right: () => resuming('application') },
        { name: 'short nonce', wrong: () => knowing(short), right: () => knowing(external()) },
      ]
    },
  }),
  'external-commit': refusedCommits({
    requirement,
    needs: ['external-commits'],
    story: 'Bob joins from outside with a PSK whose nonce is too short, then without',
    others: 0,
    trials(room) {
      const { forge, join } = outsider(room, room.second)
      return [{ name: 'short nonce', wrong: () => forge({ kind: 'also', proposals: [short] }), right: () => join() }]
    },
  }),
} satisfies Variants

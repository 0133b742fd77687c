// A commit uses one PSK once (PL-13; RFC 9420 section 12.2).
import { refusedCommits } from '../../harness/ingest/refused-in-room.ts'
import type { Variants } from '../../harness/scenario.ts'
import { seenReferences, withPsk } from '../../mls/member.ts'

const requirement = 'mls/no-pre-shared-key-twice'
const [one, other] = [Uint8Array.of(1), Uint8Array.of(2)]
const nonce = new Uint8Array(32).fill(3)
const psk = (pskId: Uint8Array) => ({ type: 'external-psk', pskId, nonce }) as const
const knowing = (member: Parameters<typeof withPsk>[0]) =>
  [one, other].reduce((known, id) => withPsk(known, { id, secret: id }), member)

export default {
  'by-value': refusedCommits({
    requirement,
    story: 'Alice commits the same PSK twice, then two of them',
    others: 1,
    trials: ({ session, commitAs }) => [
      {
        name: 'twice the same',
        wrong: () => commitAs(knowing(session().member), { proposals: [psk(one), psk(one)] }),
        right: () => commitAs(knowing(session().member), { proposals: [psk(one), psk(other)] }),
      },
    ],
  }),
  'by-reference': refusedCommits({
    requirement,
    tolerates: 'A-31',
    story: 'Bob and Carol propose the same PSK; Alice commits both proposals, then one of them',
    async trials({ story, session, commitAs, second, third }) {
      for (const member of [second, third]) await story.propose(member, psk(one))
      const references = seenReferences(session().member)
      return [
        {
          name: 'twice the same',
          wrong: () => commitAs(knowing(session().member), { references }),
          right: () => commitAs(knowing(session().member), { references: references.slice(1) }),
        },
      ]
    },
  }),
} satisfies Variants

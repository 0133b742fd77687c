// A Welcome is for everybody whom the commit adds, once each, and for nobody else (CB-10; RFC 9420 section 12.4.3.1).

import { refusedCommits } from '../../harness/ingest/refused-in-room.ts'
import type { Room } from '../../harness/ingest/room.ts'
import type { Variants } from '../../harness/scenario.ts'
import { forgeWelcome, type WelcomeFlaw } from '../../mls/forge.ts'
import type { CommitOptions } from '../../mls/member.ts'

const requirement = 'mls/welcome-fits-the-adds'

/** A commit with the flaw in its Welcome, and the same commit as it should be; the group does not go on from it. */
const trial = async ({ commit }: Room, flaw: WelcomeFlaw, options: CommitOptions = {}) => {
  const { upload } = await commit(options)
  const { commitPacket, welcomePacket = new Uint8Array() } = upload
  return {
    name: flaw.kind.replaceAll('-', ' '),
    wrong: async () => ({ upload: { commitPacket, welcomePacket: forgeWelcome(welcomePacket, flaw) } }),
    right: async () => ({ upload }),
  }
}

const adding = async ({ second, third }: Room) => {
  const packages = [await second.person.keyPackage(), await third.person.keyPackage()]
  return packages.map(({ message }) => ({ type: 'add', keyPackage: message }) as const)
}

const flaws: readonly WelcomeFlaw[] = [
  { kind: 'missing-recipient' },
  { kind: 'recipient-twice' },
  { kind: 'first-in-place-of-all' },
  { kind: 'extra-recipient', ref: new Uint8Array(32).fill(1) },
]

const byValue = flaws.map((flaw) => {
  const scenario = refusedCommits({
    requirement,
    story: `Alice adds Bob and Carol with a welcome that has a flaw (${flaw.kind.replaceAll('-', ' ')}), then without`,
    others: 0,
    trials: async (room) => [await trial(room, flaw, { proposals: await adding(room) })],
  })
  return [flaw.kind, scenario] as const
})

export default {
  ...Object.fromEntries(byValue),
  'by-reference': refusedCommits({
    requirement,
    story: 'Alice commits what she has proposed, to add Bob and Carol, with a welcome for one of them; then for both',
    others: 0,
    async trials(room) {
      for (const add of await adding(room)) await room.story.propose(room.creator, add)
      return [await trial(room, { kind: 'missing-recipient' })]
    },
  }),
} satisfies Variants

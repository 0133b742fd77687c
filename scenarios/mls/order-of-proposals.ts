// Proposals are applied in the order of their kinds, whatever the order of the list (PL-17; RFC 9420 section 12.3).

import { refusedCommits } from '../../harness/ingest/refused-in-room.ts'
import { localRoom } from '../../harness/ingest/room.ts'
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { finding } from '../../harness/probe/finding.ts'
import { joinByWelcome } from '../../harness/probe/joining.ts'
import { defineScenario, type Variants } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

const requirement = 'mls/order-of-proposals'
const known = 0xf0f0

export default {
  'removed-first': defineScenario({
    requirement,
    story: 'Alice commits an Add of Bob and then his removal: he gets his own place anew, and commits from there',
    world: oneDomain,
    async probe(stage) {
      const { story, session, creator, second, leafOf } = await localRoom(stage, { others: 2 })
      const own = await second.person.keyPackage()
      const place = leafOf(second)
      const prepared = await session(creator).prepare({
        proposals: [
          { type: 'add', keyPackage: own.message },
          { type: 'remove', leafIndex: place },
        ],
      })
      const swapped = await story.upload(prepared)
      const invited = await stage.appServer.welcomeMessages({ clientHandle: second.person.handle })
      const back = await finding(async () => {
        const joined = await joinByWelcome(second.person, own, invited)
        return joined.describe().leafIndex
      })
      return { swapped, invited, back, place }
    },
    judge: ({ swapped, back, place }) => all(accepted(swapped), equal(back, place, "Bob's leaf")),
  }),
  'extensions-first': refusedCommits({
    requirement,
    story: 'Alice adds Carol, and last of all requires an extension that all have but Carol; then Carol has it, too',
    others: 1,
    supports: [{ extensions: [known] }, { extensions: [known] }],
    async trials({ commit, third }) {
      const requiring = {
        type: 'group-context-extensions',
        extensions: [{ type: 'required-capabilities', extensionTypes: [known] }],
      } as const
      const adding = async (extensions: readonly number[]) => {
        const { message: keyPackage } = await third.person.keyPackage({ supports: { extensions } })
        return commit({ proposals: [{ type: 'add', keyPackage }, requiring] })
      }
      return [{ name: 'without support', wrong: () => adding([]), right: () => adding([known]) }]
    },
  }),
} satisfies Variants

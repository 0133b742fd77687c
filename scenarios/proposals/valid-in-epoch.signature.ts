// A proposal is signed by its sender, and ends where it ends (PR-03; RFC 9420 section 6.1).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import { forgeProposal } from '../../mls/forge.ts'

export default defineScenario({
  requirement: 'proposals/valid-in-epoch',
  story: "Bob's proposal of an update has a spoilt signature, a stray octet behind it, or says that it is Alice's",
  world: oneDomain,
  async probe({ alice, bob, register, group }) {
    const [anna, bert] = [await register(alice), await register(bob)]
    const story = await group(anna, bert)
    const session = story.session(bert)
    const update = { type: 'update' } as const
    const before = await readGroup(anna.server, story.groupId)
    const attempts = []
    for (const flaw of [
      { kind: 'bad-signature' },
      { kind: 'trailing-byte' },
      { kind: 'sender', leafIndex: 0 },
    ] as const)
      attempts.push(await story.uploadProposal(await forgeProposal(session.member, update, flaw)))
    const after = await readGroup(anna.server, story.groupId)
    const twin = await story.uploadProposal(await session.propose(update))
    return { before, attempts, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attempts, after }) => all(each(attempts, refused), allUnchanged(before, after)),
})

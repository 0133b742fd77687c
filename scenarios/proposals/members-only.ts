// Only members propose, and only as long as they are members (PR-15).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import { forgeProposal } from '../../mls/forge.ts'

export default defineScenario({
  requirement: 'proposals/members-only',
  story: 'Bob proposes after his removal; somebody proposes from the leaf he left, and from a leaf beyond the tree',
  world: oneDomain,
  async probe({ alice, bob, carol, register, group }) {
    const [anna, bert] = [await register(alice), await register(bob)]
    const story = await group(anna, bert, await register(carol))
    const { leafIndex } = story.session(bert).describe()
    const late = await story.session(bert).propose({ type: 'update' })
    await story.commit(anna, { proposals: [{ type: 'remove', leafIndex }] })
    const { member } = story.session(anna)
    const update = { type: 'update' } as const
    const before = await readGroup(anna.server, story.groupId)
    const attempts = [
      await story.uploadProposal(late),
      await story.uploadProposal(await forgeProposal(member, update, { kind: 'sender', leafIndex })),
      await story.uploadProposal(await forgeProposal(member, update, { kind: 'sender', leafIndex: 1000 })),
    ]
    const after = await readGroup(anna.server, story.groupId)
    const twin = await story.uploadProposal(await story.session(anna).propose(update))
    return { before, attempts, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attempts, after }) => all(each(attempts, refused), allUnchanged(before, after)),
})

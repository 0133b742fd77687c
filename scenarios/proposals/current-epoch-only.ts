// Proposals are of the current epoch, no earlier and no later one (PR-07).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'proposals/current-epoch-only',
  story: 'Bob uploads a proposal that he made an epoch ago, and one from an epoch that the gateway has yet to see',
  world: oneDomain,
  async probe({ alice, bob, register, group }) {
    const [anna, bert] = [await register(alice), await register(bob)]
    const story = await group(anna, bert)
    const session = story.session(bert)
    const past = await session.propose({ type: 'update' })
    await story.commit(anna)
    const present = await session.propose({ type: 'update' })
    const { apply } = await session.prepare()
    apply()
    const coming = await session.propose({ type: 'update' })
    const before = await readGroup(story.creator.server, story.groupId)
    const attempts = [await story.uploadProposal(past), await story.uploadProposal(coming)]
    const after = await readGroup(story.creator.server, story.groupId)
    const twin = await story.uploadProposal(present)
    return { before, attempts, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attempts, after }) => all(each(attempts, refused), allUnchanged(before, after)),
})

// The only member there is may come back from outside (CM-21; RFC 9420 section 12.4.3.2).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { joinByGroupInfo } from '../../harness/probe/joining.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'commits/external-commit',
  story: 'Alice, alone in her group, loses her state and joins again in her own place; then she commits',
  world: oneDomain,
  async probe({ alice, register, group }) {
    const story = await group(await register(alice))
    const { session, prepared } = await joinByGroupInfo(alice, await story.groupInfo(), { resync: true })
    const rejoined = await story.upload(prepared)
    return { rejoined, next: await story.upload(await session.prepare()) }
  },
  judge: ({ rejoined, next }) => all(accepted(rejoined), accepted(next)),
})

// Who has read the GroupInfo can join from outside (CM-21).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { finding, sharedState } from '../../harness/probe/finding.ts'
import { joinByGroupInfo } from '../../harness/probe/joining.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'commits/external-commit',
  story: 'Carol joins the group of Alice and Bob by an external commit, and commits as a member',
  world: oneDomain,
  async probe({ alice, bob, carol, register, group }) {
    const [anna, bert, cleo] = [await register(alice), await register(bob), await register(carol)]
    const story = await group(anna, bert)
    const { session, prepared } = await joinByGroupInfo(carol, await story.groupInfo())
    const joined = await story.upload(prepared)
    await story.deliver(prepared.upload.commitPacket)
    story.seat(cleo, session)
    const next = await session.prepare()
    const committed = await story.upload(next)
    next.apply()
    const followed = await finding(async () => {
      await story.deliver(next.upload.commitPacket, cleo)
      return sharedState(story.session(anna))
    })
    return { joined, committed, followed, state: sharedState(session) }
  },
  judge: ({ joined, committed, followed, state }) =>
    all(accepted(joined), accepted(committed), equal(followed, state, "Alice's state")),
})

// A client that lost its keys comes back under its identifier with new ones (IP-07).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { finding, sharedState } from '../../harness/probe/finding.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { reached, Unreachable } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'identity-provider/successor-by-identifier',
  story: "Bob's phone is set up anew: with a fresh signature key it joins from outside and removes its former leaf",
  world: oneDomain,
  async probe({ alice, bob, dave, register, group }) {
    const [anna, bert] = [await register(alice), await register(bob)]
    const story = await group(anna, bert)
    const answer = await story.groupInfo()
    const [joinInfo] = reached(answer).groupInfos
    if (!joinInfo) throw new Unreachable('the gateway has no GroupInfo of a group whose members provide it', { answer })
    const { groupInfo, ratchetTree } = joinInfo
    // Dave's signature key under Bob's identifier is what a new phone of Bob's would make.
    const { session, prepared } = await dave.joinByGroupInfo(
      { groupInfo, ...(ratchetTree && { ratchetTree }) },
      { resync: true, identity: bob.handle },
    )
    const returned = await story.upload(prepared)
    story.seat(bert, undefined)
    const followed = await finding(async () => {
      await story.deliver(prepared.upload.commitPacket)
      return sharedState(story.session(anna))
    })
    return { returned, followed, state: sharedState(session) }
  },
  judge: ({ returned, followed, state }) => all(accepted(returned), equal(followed, state, "Alice's state")),
})

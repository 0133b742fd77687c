// Somebody of the other domain comes in from outside, with nothing but the GroupInfo that the own gateway serves.
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { heldAt } from '../../harness/probe/across.ts'
import { catchUp } from '../../harness/probe/catch-up.ts'
import { finding, sharedState } from '../../harness/probe/finding.ts'
import { joinByGroupInfo } from '../../harness/probe/joining.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { twoDomains } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'federation/follower-relays',
  story: 'Dave of the other domain joins the group of Alice and Bob through the GroupInfo at his own gateway',
  world: twoDomains,
  needs: ['external-commits'],
  async probe(stage) {
    const { appServer, farServer, alice, bob, dave, register, group, eventually } = stage
    const [anna, bert] = [await register(alice), await register(bob)]
    await register(dave)
    const { groupId, session } = await group(anna, bert)
    await heldAt(stage, farServer, { groupId, epoch: 1n })
    const info = await eventually(
      () => farServer.groupInfo({ groupId }),
      ({ value }) => (value?.groupInfos.length ?? 0) > 0,
    )
    const joining = await joinByGroupInfo(dave, info)
    const joined = await farServer.uploadCommit({ groupId, ...joining.prepared.upload })
    const facts = await finding(async () => {
      for (const member of [anna, bert]) await catchUp(session(member), appServer)
      const heard = await session(bert).decrypt(await joining.session.encrypt('May I?'))
      const answer = await joining.session.decrypt(await session(anna).encrypt('You may'))
      return { heard, answer, states: [anna, bert].map((member) => sharedState(session(member))) }
    })
    return { joined, facts, state: sharedState(joining.session) }
  },
  judge: ({ joined, facts, state }) =>
    all(
      accepted(joined),
      equal(facts, { heard: 'May I?', answer: 'You may', states: [state, state] }, 'what the members find'),
    ),
})

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
import { isAccepted } from '../../simulator/answer.ts'

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
    const facts = await finding(async () => {
      const { session: his, prepared } = await joinByGroupInfo(dave, info)
      const joined = isAccepted(await farServer.uploadCommit({ groupId, ...prepared.upload }))
      for (const member of [anna, bert]) await catchUp(session(member), appServer)
      const states = [his, ...[anna, bert].map(session)].map(sharedState)
      const heard = await session(bert).decrypt(await his.encrypt('May I?'))
      const answer = await his.decrypt(await session(anna).encrypt('You may'))
      return { joined, states, heard, answer }
    })
    return { info, facts }
  },
  judge({ info, facts }) {
    if (typeof facts === 'string') return all(accepted(info), equal(facts, 'everybody goes on', 'Dave and the members'))
    const [his] = facts.states
    const expected = { joined: true, states: [his, his, his], heard: 'May I?', answer: 'You may' }
    return all(accepted(info), equal(facts, expected, 'what Dave and the members find'))
  },
})

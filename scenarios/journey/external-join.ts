// Somebody comes in from outside, and comes back after losing everything.
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { catchUp } from '../../harness/probe/catch-up.ts'
import { finding, sharedState } from '../../harness/probe/finding.ts'
import { joinByGroupInfo } from '../../harness/probe/joining.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'commits/external-commit',
  story:
    'Carol joins the group of Alice and Bob through its GroupInfo, loses her state, and joins again in her own place',
  world: oneDomain,
  async probe({ appServer, alice, bob, carol, register, group }) {
    const [anna, bert] = [await register(alice), await register(bob)]
    await register(carol)
    const { groupId, session } = await group(anna, bert)
    const info = await appServer.groupInfo({ groupId })
    const first = await joinByGroupInfo(carol, info)
    const joined = await appServer.uploadCommit({ groupId, ...first.prepared.upload })
    const again = await joinByGroupInfo(carol, await appServer.groupInfo({ groupId }), { resync: true })
    const rejoined = await appServer.uploadCommit({ groupId, ...again.prepared.upload })
    const facts = await finding(async () => {
      for (const member of [anna, bert]) await catchUp(session(member), appServer)
      const heard = await session(bert).decrypt(await again.session.encrypt('It is me again'))
      return { heard, states: [anna, bert].map((member) => sharedState(session(member))) }
    })
    return { info, joined, rejoined, facts, state: sharedState(again.session) }
  },
  judge: ({ info, joined, rejoined, facts, state }) =>
    all(
      ...[info, joined, rejoined].map(accepted),
      equal(facts, { heard: 'It is me again', states: [state, state] }, 'what Alice and Bob find'),
    ),
})

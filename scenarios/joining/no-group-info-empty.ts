// Where no GroupInfo was given the list is empty (JN-11, reading A-13).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'joining/no-group-info-empty',
  story: 'Alice commits without a GroupInfo',
  world: oneDomain,
  async probe({ appServer, alice, bob, register, group }) {
    const anna = await register(alice)
    const story = await group(anna, await register(bob))
    const { commitPacket } = (await story.session(anna).prepare()).upload
    achieved(await appServer.uploadCommit({ groupId: story.groupId, commitPacket }))
    return { info: await story.groupInfo() }
  },
  judge: ({ info }) => all(accepted(info), equal(info.value?.groupInfos, [], 'groupInfos')),
})

// There is one GroupInfo, not a history (JN-07, reading A-13).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'joining/at-most-one-group-info',
  story: 'Alice commits three times, each time with a GroupInfo',
  world: oneDomain,
  async probe({ alice, bob, register, group }) {
    const anna = await register(alice)
    const story = await group(anna, await register(bob))
    for (let commits = 0; commits < 3; commits++) await story.commit(anna)
    return { info: await story.groupInfo() }
  },
  judge: ({ info }) => all(accepted(info), equal(info.value?.groupInfos.length, 1, 'number of groupInfos')),
})

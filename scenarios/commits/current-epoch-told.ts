// Who commits in another epoch learns which one is current (CM-20).
import { status } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'commits/current-epoch-told',
  story: 'Bob commits in epoch 1, after Alice has taken the group into epoch 2',
  world: oneDomain,
  async probe({ alice, bob, register, group }) {
    const [anna, bert] = [await register(alice), await register(bob)]
    const story = await group(anna, bert)
    const late = await story.session(bert).prepare()
    await story.commit(anna)
    return { late: await story.upload(late) }
  },
  judge: ({ late }) =>
    all(
      status(late, 409),
      equal((late.json as { currentEpoch?: unknown } | undefined)?.currentEpoch, 2, 'late.currentEpoch'),
    ),
})

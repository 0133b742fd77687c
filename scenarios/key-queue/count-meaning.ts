// The count includes key packages that are reserved for somebody (KQ-23, A-24).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { reached } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue/count-meaning',
  story: "Two receivers are handed key packages from Alice's queue of three, then the count is asked for",
  world: oneDomain,
  async probe({ alice, register, keyQueue, label }) {
    const queue = await keyQueue(await register(alice))
    await queue.fill(3)
    reached(await queue.fetch(label('first')))
    reached(await queue.fetch(label('second')))
    return { count: await queue.count() }
  },
  judge: ({ count }) => all(accepted(count), equal(count.value?.keyPackagesInPool, 3, 'count.keyPackagesInPool')),
})

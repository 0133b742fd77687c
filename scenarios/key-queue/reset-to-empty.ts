// A reset that brings nothing leaves nothing (KQ-10).
import { accepted, gaveNothing } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue/reset-to-empty',
  story: "Alice's queue is reset to no key packages at all, then a receiver asks",
  world: oneDomain,
  async probe({ alice, register, keyQueue, label }) {
    const queue = await keyQueue(await register(alice))
    await queue.fill(2)
    const reset = await queue.update({ keyPackages: [], isReset: true })
    return { reset, fetched: await queue.fetch(label('receiver')) }
  },
  judge: ({ reset, fetched }) =>
    all(accepted(reset), equal(reset.value?.keyPackagesInPool, 0, 'reset.keyPackagesInPool'), gaveNothing(fetched)),
})

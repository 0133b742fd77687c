// An expired key package is not counted any more (KQ-23, A-24).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { passUntil } from '../../harness/probe/passing.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue/count-meaning',
  story: "The count of Alice's queue of three is asked for before and after one of them has expired",
  world: oneDomain,
  waits: true,
  async probe({ alice, register, keyQueue, world }) {
    const queue = await keyQueue(await register(alice))
    await queue.fill(2)
    await queue.fill(1, { expiresIn: 3n })
    const before = await queue.count()
    const after = await passUntil(world.clock, () => queue.count(), {
      seconds: 3,
      isReached: ({ value }) => value?.keyPackagesInPool === 2,
    })
    return { before, after }
  },
  judge: ({ before, after }) =>
    all(
      accepted(after),
      equal(before.value?.keyPackagesInPool, 3, 'before.keyPackagesInPool'),
      equal(after.value?.keyPackagesInPool, 2, 'after.keyPackagesInPool'),
    ),
})

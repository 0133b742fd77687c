// An update answers how many key packages the queue holds after it; asked before any of them was fetched, so that no
// reading of the number is in doubt (KQ-09, A-24).
import { accepted, each } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

const steps = [
  { brings: 3, isReset: false, holds: 3 },
  { brings: 2, isReset: false, holds: 5 },
  { brings: 0, isReset: false, holds: 5 },
  { brings: 2, isReset: true, holds: 2 },
  { brings: 1, isReset: false, holds: 3 },
]

export default defineScenario({
  requirement: 'key-queue/count-after-update',
  story: "Alice's queue is filled, filled up, asked, reset and filled up again",
  world: oneDomain,
  async probe({ alice, register, keyQueue }) {
    const queue = await keyQueue(await register(alice))
    const updates = []
    for (const { brings, isReset } of steps) {
      const keyPackages = []
      for (let made = 0; made < brings; made++) keyPackages.push((await alice.keyPackage()).message)
      updates.push(await queue.update({ keyPackages, isReset }))
    }
    return { updates }
  },
  judge: ({ updates }) =>
    all(
      each(updates, accepted),
      ...updates.map(({ value }, index) =>
        equal(value?.keyPackagesInPool, steps[index]?.holds, `updates[${index}].keyPackagesInPool`),
      ),
    ),
})

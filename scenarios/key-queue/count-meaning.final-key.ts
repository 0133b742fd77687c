// The final key is not counted (KQ-23, A-24).
import { accepted, each } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue/count-meaning',
  story: "Alice's queue of two gets a final key, is emptied, and is asked for its count each time",
  world: oneDomain,
  needs: ['final-keys'],
  async probe({ alice, register, keyQueue }) {
    const queue = await keyQueue(await register(alice))
    await queue.fill(2)
    const final = await alice.keyPackage({ lastResort: true })
    return { updates: [await queue.update({ finalKey: final.message }), await queue.update({ isReset: true })] }
  },
  judge: ({ updates }) =>
    all(
      each(updates, accepted),
      ...updates.map(({ value }, index) =>
        equal(value?.keyPackagesInPool, [2, 0][index], `updates[${index}].keyPackagesInPool`),
      ),
    ),
})

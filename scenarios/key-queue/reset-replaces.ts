// A reset empties the queue first and then takes in what the request brings (KQ-07).
import { accepted, gaveNothing } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { gave } from '../../harness/match/key-package.ts'
import { equal } from '../../harness/match/value.ts'
import { named, numbered } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue/reset-replaces',
  story: "Alice's queue of two is reset to one new key package, then two receivers ask",
  world: oneDomain,
  async probe({ alice, register, keyQueue, label }) {
    const queue = await keyQueue(await register(alice))
    const old = await queue.fill(2)
    const fresh = await alice.keyPackage()
    const reset = await queue.update({ keyPackages: [fresh.message], isReset: true })
    return {
      packages: { ...numbered(old), ...named({ 'the new package': fresh }) },
      reset,
      first: await queue.fetch(label('first')),
      second: await queue.fetch(label('second')),
    }
  },
  judge: ({ packages, reset, first, second }) =>
    all(
      accepted(reset),
      equal(reset.value?.keyPackagesInPool, 1, 'reset.keyPackagesInPool'),
      gave(first, 'the new package', packages),
      gaveNothing(second),
    ),
})

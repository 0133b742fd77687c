// A queue can be reset as often as its client likes (KQ-07).
import { accepted, gaveNothing } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { gave } from '../../harness/match/key-package.ts'
import { equal } from '../../harness/match/value.ts'
import { named, numbered } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue/reset-replaces',
  story: "Alice's queue is reset to one new key package, and to another one, then two receivers ask",
  world: oneDomain,
  async probe({ alice, register, keyQueue, label }) {
    const queue = await keyQueue(await register(alice))
    const old = await queue.fill(2)
    const [first, second] = [await alice.keyPackage(), await alice.keyPackage()]
    const before = await queue.update({ keyPackages: [first.message], isReset: true })
    const reset = await queue.update({ keyPackages: [second.message], isReset: true })
    return {
      packages: { ...numbered(old), ...named({ 'the first new package': first, 'the second new package': second }) },
      before,
      reset,
      served: await queue.fetch(label('first')),
      nothing: await queue.fetch(label('second')),
    }
  },
  controls: ({ before }) => accepted(before),
  judge: ({ packages, reset, served, nothing }) =>
    all(
      accepted(reset),
      equal(reset.value?.keyPackagesInPool, 1, 'reset.keyPackagesInPool'),
      gave(served, 'the second new package', packages),
      gaveNothing(nothing),
    ),
})

// A reset that brings nothing leaves nothing (KQ-10).
import { accepted, gaveNothing } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { gave } from '../../harness/match/key-package.ts'
import { equal } from '../../harness/match/value.ts'
import { numbered } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue/reset-to-empty',
  story: "Alice's queue of two serves a receiver and is reset to no key packages at all, then another receiver asks",
  world: oneDomain,
  async probe({ alice, register, keyQueue, label }) {
    const queue = await keyQueue(await register(alice))
    const packages = numbered(await queue.fill(2))
    const before = await queue.fetch(label('early'))
    const reset = await queue.update({ keyPackages: [], isReset: true })
    return { packages, before, reset, fetched: await queue.fetch(label('receiver')) }
  },
  controls: ({ packages, before }) => gave(before, ['package 1', 'package 2'], packages),
  judge: ({ reset, fetched }) =>
    all(accepted(reset), equal(reset.value?.keyPackagesInPool, 0, 'reset.keyPackagesInPool'), gaveNothing(fetched)),
})

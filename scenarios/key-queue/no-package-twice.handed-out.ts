// A key package that somebody was handed does not come back after a reset: it may be in use (KQ-19).
import { all } from '../../harness/match/judgement.ts'
import { gave, withheld } from '../../harness/match/key-package.ts'
import { named, only } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { reached } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue/no-package-twice',
  story:
    "One receiver is handed Alice's key package, the queue is emptied, the same package uploaded again, and another receiver asks",
  world: oneDomain,
  async probe({ alice, register, keyQueue, label }) {
    const queue = await keyQueue(await register(alice))
    const own = only(await queue.fill(1))
    const first = await queue.fetch(label('first'))
    reached(await queue.update({ isReset: true }))
    await queue.update({ keyPackages: [own.message] })
    return { packages: named({ 'the package': own }), first, second: await queue.fetch(label('second')) }
  },
  controls: ({ packages, first }) => gave(first, 'the package', packages),
  judge: ({ packages, second }) => all(withheld(second, 'the package', packages)),
})

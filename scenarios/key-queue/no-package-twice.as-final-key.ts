// An ordinary key package is not the final key at the same time (KQ-19, A-25).
import { all } from '../../harness/match/judgement.ts'
import { gave, withheld } from '../../harness/match/key-package.ts'
import { named, only } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue/no-package-twice',
  story: "The only key package in Alice's queue is sent as its final key as well, then two receivers ask",
  world: oneDomain,
  needs: ['final-keys'],
  async probe({ alice, register, keyQueue, label }) {
    const queue = await keyQueue(await register(alice))
    const own = only(await queue.fill(1))
    const packages = named({ 'the package': own })
    await queue.update({ finalKey: own.message })
    return { packages, first: await queue.fetch(label('first')), second: await queue.fetch(label('second')) }
  },
  controls: ({ packages, first }) => gave(first, 'the package', packages),
  judge: ({ packages, second }) => all(withheld(second, 'the package', packages)),
})

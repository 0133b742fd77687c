// What is added later leaves everything in the queue, however often that happens (KQ-08).
import { all } from '../../harness/match/judgement.ts'
import { gave, givenOnce } from '../../harness/match/key-package.ts'
import { equal } from '../../harness/match/value.ts'
import { numbered } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue/append-keeps',
  story: "Key packages are added to Alice's queue three times, then four receivers ask",
  world: oneDomain,
  async probe({ alice, register, keyQueue, label }) {
    const queue = await keyQueue(await register(alice))
    const own = await queue.fill(1)
    for (let added = 0; added < 3; added++) own.push(...(await queue.fill(1)))
    const counted = await queue.count()
    const fetched = []
    for (const receiver of own.keys()) fetched.push(await queue.fetch(label(`receiver ${receiver}`)))
    return { packages: numbered(own), counted, fetched }
  },
  judge: ({ packages, counted, fetched }) =>
    all(
      equal(counted.value?.keyPackagesInPool, 4, 'counted.keyPackagesInPool'),
      ...fetched.map((answer) => gave(answer, Object.keys(packages), packages)),
      givenOnce(fetched),
    ),
})

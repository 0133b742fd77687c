// Each receiver gets a key package of its own, and none of them is marked as final (KP-07).
import { all } from '../../harness/match/judgement.ts'
import { gave, givenOnce, marksOrdinary } from '../../harness/match/key-package.ts'
import { numbered } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-package-retrieval/new-receiver-new-package',
  story: "Three receivers ask for a key package from Alice's queue of three",
  world: oneDomain,
  async probe({ alice, register, keyQueue, label }) {
    const queue = await keyQueue(await register(alice))
    const packages = numbered(await queue.fill(3))
    const fetched = []
    for (const receiver of ['first', 'second', 'third']) fetched.push(await queue.fetch(label(receiver)))
    return { packages, fetched }
  },
  judge: ({ packages, fetched }) =>
    all(
      ...fetched.map((answer) => gave(answer, Object.keys(packages), packages)),
      ...fetched.map(marksOrdinary),
      givenOnce(fetched),
    ),
})

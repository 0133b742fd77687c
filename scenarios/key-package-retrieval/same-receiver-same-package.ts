// What is reserved for a receiver is what it gets when it asks again (KP-06).
import { all } from '../../harness/match/judgement.ts'
import { gave, given, marksOrdinary } from '../../harness/match/key-package.ts'
import { numbered } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-package-retrieval/same-receiver-same-package',
  story: "A receiver asks twice for a key package from Alice's queue of three",
  world: oneDomain,
  async probe({ alice, register, keyQueue, label }) {
    const queue = await keyQueue(await register(alice))
    const packages = numbered(await queue.fill(3))
    const receiver = label('receiver')
    return { packages, first: await queue.fetch(receiver), again: await queue.fetch(receiver) }
  },
  judge: ({ packages, first, again }) =>
    all(
      gave(first, Object.keys(packages), packages),
      gave(again, given(first, packages), packages),
      marksOrdinary(again),
    ),
})

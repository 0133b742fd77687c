// An application server can fetch a key package of a client (KP-01).
import { all } from '../../harness/match/judgement.ts'
import { gave, marksOrdinary } from '../../harness/match/key-package.ts'
import { named, only } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-package-retrieval/supported',
  story: "An application server fetches the one key package in Alice's queue",
  world: oneDomain,
  async probe({ alice, register, keyQueue, label }) {
    const queue = await keyQueue(await register(alice))
    const packages = named({ 'the package': only(await queue.fill(1)) })
    return { packages, fetched: await queue.fetch(label('receiver')) }
  },
  judge: ({ packages, fetched }) => all(gave(fetched, 'the package', packages), marksOrdinary(fetched)),
})

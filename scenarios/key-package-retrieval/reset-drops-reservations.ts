// A reset takes away reserved key packages as well; their receiver gets a new one (KP-26, A-10).
import { all } from '../../harness/match/judgement.ts'
import { gave } from '../../harness/match/key-package.ts'
import { named, only } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { reached } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-package-retrieval/reset-drops-reservations',
  story: "A receiver holds Alice's key package, the queue is reset to a new one, and the receiver asks again",
  world: oneDomain,
  async probe({ alice, register, keyQueue, label }) {
    const queue = await keyQueue(await register(alice))
    const old = only(await queue.fill(1))
    const receiver = label('receiver')
    const before = await queue.fetch(receiver)
    const fresh = await alice.keyPackage()
    reached(await queue.update({ keyPackages: [fresh.message], isReset: true }))
    const packages = named({ 'the old package': old, 'the new package': fresh })
    return { packages, before, after: await queue.fetch(receiver) }
  },
  controls: ({ packages, before }) => gave(before, 'the old package', packages),
  judge: ({ packages, after }) => all(gave(after, 'the new package', packages)),
})

// Whoever was given the final key gets an ordinary key package as soon as there is one (KP-25).
import { all } from '../../harness/match/judgement.ts'
import { gave, marksOrdinary } from '../../harness/match/key-package.ts'
import { named, only } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { reached } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-package-retrieval/final-key-not-reserved',
  story: "A receiver is given Alice's final key, her queue is filled, and the receiver asks again",
  world: oneDomain,
  async probe({ alice, register, keyQueue, label }) {
    const queue = await keyQueue(await register(alice))
    const final = await alice.keyPackage({ lastResort: true })
    reached(await queue.update({ finalKey: final.message }))
    const receiver = label('receiver')
    const before = await queue.fetch(receiver)
    const ordinary = only(await queue.fill(1))
    const packages = named({ 'the ordinary package': ordinary, 'the final key': final })
    return { packages, before, after: await queue.fetch(receiver) }
  },
  controls: ({ packages, before }) => gave(before, 'the final key', packages),
  judge: ({ packages, after }) => all(gave(after, 'the ordinary package', packages), marksOrdinary(after)),
})

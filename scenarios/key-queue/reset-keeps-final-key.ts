// Emptying a queue is about its ordinary key packages; the final key stays (KQ-22, A-10).
import { all } from '../../harness/match/judgement.ts'
import { gave, marksFinal } from '../../harness/match/key-package.ts'
import { named, numbered } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { reached } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue/reset-keeps-final-key',
  story: "Alice's queue, with a key package and a final key, is emptied, and a receiver asks",
  world: oneDomain,
  async probe({ alice, register, keyQueue, label }) {
    const queue = await keyQueue(await register(alice))
    const ordinary = await queue.fill(1)
    const final = await alice.keyPackage({ lastResort: true })
    reached(await queue.update({ finalKey: final.message }))
    reached(await queue.update({ isReset: true }))
    const packages = { ...numbered(ordinary), ...named({ 'the final key': final }) }
    return { packages, fetched: await queue.fetch(label('receiver')) }
  },
  judge: ({ packages, fetched }) => all(gave(fetched, 'the final key', packages), marksFinal(fetched)),
})

// A queue can be given a final key, which is handed out as often as it is asked for (KQ-15).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { gave } from '../../harness/match/key-package.ts'
import { named } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue/final-keys-offered',
  story: "Alice's queue has nothing but a final key, and three receivers ask",
  world: oneDomain,
  async probe({ alice, register, keyQueue, label }) {
    const queue = await keyQueue(await register(alice))
    const final = await alice.keyPackage({ lastResort: true })
    const stored = await queue.update({ finalKey: final.message })
    const fetched = []
    for (const receiver of ['first', 'second', 'third']) fetched.push(await queue.fetch(label(receiver)))
    return { packages: named({ 'the final key': final }), stored, fetched }
  },
  judge: ({ packages, stored, fetched }) =>
    all(accepted(stored), ...fetched.map((answer) => gave(answer, 'the final key', packages))),
})

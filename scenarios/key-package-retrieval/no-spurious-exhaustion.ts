// Receivers that ask at the same time are all served as long as there is enough (KP-21).
import { all } from '../../harness/match/judgement.ts'
import { gave } from '../../harness/match/key-package.ts'
import { numbered } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

const count = 8

export default defineScenario({
  requirement: 'key-package-retrieval/no-spurious-exhaustion',
  story: "As many receivers as there are key packages in Bob's queue ask at once",
  world: oneDomain,
  async probe({ bob, register, keyQueue, label }) {
    const queue = await keyQueue(await register(bob))
    const packages = numbered(await queue.fill(count))
    const receivers = Array.from({ length: count }, (_, index) => label(`receiver ${index}`))
    return { packages, fetched: await Promise.all(receivers.map((receiver) => queue.fetch(receiver))) }
  },
  judge: ({ packages, fetched }) => all(...fetched.map((answer) => gave(answer, Object.keys(packages), packages))),
})

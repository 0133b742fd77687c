// Receivers that ask at the same time get a key package of their own each, or none (KP-19).
import { all } from '../../harness/match/judgement.ts'
import { gave, givenOnce } from '../../harness/match/key-package.ts'
import { holds } from '../../harness/match/value.ts'
import { numbered } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import { isAccepted } from '../../simulator/answer.ts'

const count = 8

export default defineScenario({
  requirement: 'key-package-retrieval/concurrent-receivers',
  story: "Eight receivers ask at once for a key package from Alice's queue of eight",
  world: oneDomain,
  async probe({ alice, register, keyQueue, label }) {
    const queue = await keyQueue(await register(alice))
    const packages = numbered(await queue.fill(count))
    const receivers = Array.from({ length: count }, (_, index) => label(`receiver ${index}`))
    return { packages, fetched: await Promise.all(receivers.map((receiver) => queue.fetch(receiver))) }
  },
  controls: ({ fetched }) =>
    holds(fetched.filter(isAccepted).length > 1, {
      expected: 'at least two receivers served',
      actual: `${fetched.filter(isAccepted).length} served`,
      at: 'fetched',
    }),
  judge: ({ packages, fetched }) =>
    all(
      ...fetched.filter(isAccepted).map((answer) => gave(answer, Object.keys(packages), packages)),
      givenOnce(fetched),
    ),
})

// An expired key package that nobody was handed is passed over too: what is left after it is what receivers get (KP-14).
import { gaveNothing } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { gave } from '../../harness/match/key-package.ts'
import { named, only } from '../../harness/probe/packages.ts'
import { passUntil } from '../../harness/probe/passing.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue-advancing/expired-skipped',
  story: "Two receivers ask for a key package from Alice's queue once the first of its two has expired",
  world: oneDomain,
  waits: true,
  async probe({ alice, register, keyQueue, label, world }) {
    const queue = await keyQueue(await register(alice))
    const short = only(await queue.fill(1, { expiresIn: 2n }))
    const long = only(await queue.fill(1))
    const packages = named({ 'the expired package': short, 'the other package': long })
    const first = await passUntil(world.clock, () => queue.fetch(label('first')), {
      seconds: 2,
      isReached: (answer) => gave(answer, 'the other package', packages).findings.length === 0,
    })
    return { packages, first, second: await queue.fetch(label('second')) }
  },
  judge: ({ packages, first, second }) => all(gave(first, 'the other package', packages), gaveNothing(second)),
})

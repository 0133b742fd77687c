// A key package is good until its `not_after` is past, and no longer (KP-15, A-01).
import { gaveNothing } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { gave } from '../../harness/match/key-package.ts'
import { named, only } from '../../harness/probe/packages.ts'
import { passUntil } from '../../harness/probe/passing.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue-advancing/expiry-rule',
  story: "A key package of Alice's that lives for three seconds is asked for while it is good and when it has expired",
  world: oneDomain,
  waits: true,
  async probe({ alice, register, keyQueue, label, world }) {
    const queue = await keyQueue(await register(alice))
    const packages = named({ 'the package': only(await queue.fill(1, { expiresIn: 3n })) })
    const receiver = label('receiver')
    const before = await queue.fetch(receiver)
    const after = await passUntil(world.clock, () => queue.fetch(receiver), {
      seconds: 3,
      isReached: (answer) => gaveNothing(answer).findings.length === 0,
    })
    return { packages, before, after }
  },
  judge: ({ packages, before, after }) => all(gave(before, 'the package', packages), gaveNothing(after)),
})

// A reservation ends with the key package's lifetime: its receiver gets another one (KP-14, A-01).
import { all } from '../../harness/match/judgement.ts'
import { gave } from '../../harness/match/key-package.ts'
import { named, only } from '../../harness/probe/packages.ts'
import { passUntil } from '../../harness/probe/passing.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue-advancing/expired-skipped',
  story: "A receiver holds a key package of Alice's that lives for three seconds, and asks again when it has expired",
  world: oneDomain,
  waits: true,
  async probe({ alice, register, keyQueue, label, world }) {
    const queue = await keyQueue(await register(alice))
    const short = only(await queue.fill(1, { expiresIn: 3n }))
    const receiver = label('receiver')
    const before = await queue.fetch(receiver)
    const long = only(await queue.fill(1))
    const packages = named({ 'the short-lived package': short, 'the long-lived package': long })
    const after = await passUntil(world.clock, () => queue.fetch(receiver), {
      seconds: 3,
      isReached: (answer) => gave(answer, 'the long-lived package', packages).findings.length === 0,
    })
    return { packages, before, after }
  },
  controls: ({ packages, before }) => gave(before, 'the short-lived package', packages),
  judge: ({ packages, after }) => all(gave(after, 'the long-lived package', packages)),
})

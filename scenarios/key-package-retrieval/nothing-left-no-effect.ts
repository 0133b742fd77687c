// When everything is handed out, a further receiver gets nothing, and nothing changes for anybody (KP-10, A-08).
import { gaveNothing } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { gave } from '../../harness/match/key-package.ts'
import { unchanged } from '../../harness/match/value.ts'
import { named, only } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-package-retrieval/nothing-left-no-effect',
  story: "Alice's only key package is handed to one receiver; another asks in vain, until the queue is filled up",
  world: oneDomain,
  async probe({ alice, register, keyQueue, label }) {
    const queue = await keyQueue(await register(alice))
    const old = only(await queue.fill(1))
    const [receiver, other] = [label('receiver'), label('other')]
    const first = await queue.fetch(receiver)
    const before = await queue.count()
    const inVain = [await queue.fetch(other), await queue.fetch(other)]
    const after = await queue.count()
    const still = await queue.fetch(receiver)
    const added = only(await queue.fill(1))
    const packages = named({ 'the old package': old, 'the added package': added })
    return { packages, first, before, inVain, after, still, served: await queue.fetch(other) }
  },
  controls: ({ packages, first }) => gave(first, 'the old package', packages),
  judge: ({ packages, before, inVain, after, still, served }) =>
    all(
      ...inVain.map(gaveNothing),
      unchanged(before, after),
      gave(still, 'the old package', packages),
      gave(served, 'the added package', packages),
    ),
})

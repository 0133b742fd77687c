// A receiver that asks several times at once gets one key package, and uses up no more than that (KP-20).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { gave, given, givenOnce } from '../../harness/match/key-package.ts'
import { numbered } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-package-retrieval/concurrent-one-receiver',
  story: "One receiver asks eight times at once for a key package from Alice's queue of twelve, then two others ask",
  world: oneDomain,
  async probe({ alice, register, keyQueue, label }) {
    const queue = await keyQueue(await register(alice))
    const packages = numbered(await queue.fill(12))
    const receiver = label('receiver')
    const fetched = await Promise.all(Array.from({ length: 8 }, () => queue.fetch(receiver)))
    const later = await queue.fetch(receiver)
    return { packages, later, fetched, others: [await queue.fetch(label('second')), await queue.fetch(label('third'))] }
  },
  controls: ({ later }) => accepted(later),
  judge: ({ packages, later, fetched, others }) =>
    all(
      ...fetched.map((answer) => gave(answer, given(later, packages), packages)),
      ...others.map((answer) => gave(answer, Object.keys(packages), packages)),
      givenOnce([later, ...others]),
    ),
})

// However often a receiver asks, and whoever asks in between, it gets what is reserved for it (KP-06).
import { all } from '../../harness/match/judgement.ts'
import { gave, given, givenOnce } from '../../harness/match/key-package.ts'
import { numbered } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-package-retrieval/same-receiver-same-package',
  story: 'A receiver asks five times, and another one twice in between',
  world: oneDomain,
  async probe({ alice, register, keyQueue, label }) {
    const queue = await keyQueue(await register(alice))
    const packages = numbered(await queue.fill(4))
    const [one, other] = [label('one'), label('other')]
    const first = await queue.fetch(one)
    const again = []
    for (const receiver of [one, other, one, other, one, one]) again.push(await queue.fetch(receiver))
    return { packages, first, again }
  },
  judge: ({ packages, first, again }) => {
    const [, second, , fourth] = again
    const others = again.flatMap((answer, at) => (at === 1 || at === 3 ? [] : [answer]))
    return all(
      gave(first, Object.keys(packages), packages),
      ...others.map((answer) => gave(answer, given(first, packages), packages)),
      ...(second && fourth ? [gave(fourth, given(second, packages), packages), givenOnce([first, second])] : []),
    )
  },
})

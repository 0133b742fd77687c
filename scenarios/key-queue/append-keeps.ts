// An update that is no reset adds to what is there (KQ-08).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { gave, givenOnce } from '../../harness/match/key-package.ts'
import { equal } from '../../harness/match/value.ts'
import { named, only } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue/append-keeps',
  story: "A second key package is added to Alice's queue, then two receivers ask",
  world: oneDomain,
  async probe({ alice, register, keyQueue, label }) {
    const queue = await keyQueue(await register(alice))
    const old = only(await queue.fill(1))
    const added = await alice.keyPackage()
    const update = await queue.update({ keyPackages: [added.message], isReset: false })
    return {
      packages: named({ 'the old package': old, 'the added package': added }),
      update,
      fetched: [await queue.fetch(label('first')), await queue.fetch(label('second'))],
    }
  },
  judge: ({ packages, update, fetched }) =>
    all(
      accepted(update),
      equal(update.value?.keyPackagesInPool, 2, 'update.keyPackagesInPool'),
      ...fetched.map((answer) => gave(answer, ['the old package', 'the added package'], packages)),
      givenOnce(fetched),
    ),
})

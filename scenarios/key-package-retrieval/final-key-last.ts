// The final key is given only when nothing else is left, and then it is marked as final (KP-09).
import { all } from '../../harness/match/judgement.ts'
import { gave, marksFinal, marksOrdinary } from '../../harness/match/key-package.ts'
import { named, only } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { reached } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-package-retrieval/final-key-last',
  story: "Alice's queue has one key package and a final key; two receivers ask, then the first one again",
  world: oneDomain,
  async probe({ alice, register, keyQueue, label }) {
    const queue = await keyQueue(await register(alice))
    // The final key expires sooner than the other one: it goes last all the same.
    const final = await alice.keyPackage({ lastResort: true, expiresIn: 86400n })
    reached(await queue.update({ finalKey: final.message }))
    const ordinary = only(await queue.fill(1))
    return {
      packages: named({ 'the ordinary package': ordinary, 'the final key': final }),
      first: await queue.fetch(label('first')),
      second: await queue.fetch(label('second')),
      again: await queue.fetch(label('first')),
    }
  },
  judge: ({ packages, first, second, again }) =>
    all(
      gave(first, 'the ordinary package', packages),
      marksOrdinary(first),
      gave(second, 'the final key', packages),
      marksFinal(second),
      gave(again, 'the ordinary package', packages),
      marksOrdinary(again),
    ),
})

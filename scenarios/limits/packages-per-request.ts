// One update brings up to 1,000 key packages (PX-11).
import { accepted, acceptedWith, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal, unchanged } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

const limit = 1000

export default defineScenario({
  requirement: 'limits/packages-per-request',
  story: "Alice's application server uploads 1,001 key packages at once, then 1,000 of them, then the last one",
  world: oneDomain,
  async probe({ alice, register, keyQueue }) {
    const queue = await keyQueue(await register(alice))
    const keyPackages: Uint8Array[] = []
    while (keyPackages.length <= limit) keyPackages.push((await alice.keyPackage()).message)
    const before = await queue.count()
    const over = await queue.update({ keyPackages })
    const after = await queue.count()
    const exact = await queue.update({ keyPackages: keyPackages.slice(0, limit) })
    const single = await queue.update({ keyPackages: keyPackages.slice(limit) })
    return { before, over, after, exact, single }
  },
  controls: ({ single }) => accepted(single),
  judge: ({ before, over, after, exact }) =>
    all(
      refused(over),
      unchanged(before, after),
      acceptedWith(exact, (value) => equal(value.keyPackagesInPool, limit, `${exact.exchange.id}.keyPackagesInPool`)),
    ),
})

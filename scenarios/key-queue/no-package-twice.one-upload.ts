// The same key package twice in one upload is stored once at most (KQ-19, A-25).
import { all } from '../../harness/match/judgement.ts'
import { gave, givenOnce } from '../../harness/match/key-package.ts'
import { holds } from '../../harness/match/value.ts'
import { named, only } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { reached } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue/no-package-twice',
  story: "One upload brings the same key package of Alice's two times, then two receivers ask",
  world: oneDomain,
  async probe({ alice, register, keyQueue, label }) {
    const queue = await keyQueue(await register(alice))
    const { message } = await alice.keyPackage()
    await queue.update({ keyPackages: [message, message] })
    const { keyPackagesInPool } = reached(await queue.count())
    const fetched = [await queue.fetch(label('first')), await queue.fetch(label('second'))]
    const packages = named({ 'another package': only(await queue.fill(1)) })
    return { packages, keyPackagesInPool, fetched, twin: await queue.fetch(label('third')) }
  },
  controls: ({ packages, twin }) => gave(twin, 'another package', packages),
  judge: ({ keyPackagesInPool, fetched }) =>
    all(
      holds(keyPackagesInPool <= 1, {
        expected: 'one key package or none',
        actual: String(keyPackagesInPool),
        at: 'keyPackagesInPool',
      }),
      givenOnce(fetched),
    ),
})

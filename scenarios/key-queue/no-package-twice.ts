// A key package that is uploaded again is not there twice, whether the upload is refused or quietly merged (KQ-19, A-25).
import { gaveNothing } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { gave } from '../../harness/match/key-package.ts'
import { unchanged } from '../../harness/match/value.ts'
import { named, only } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue/no-package-twice',
  story: "The only key package in Alice's queue is uploaded again, alone and as a pair, then two receivers ask",
  world: oneDomain,
  async probe({ alice, register, keyQueue, label }) {
    const queue = await keyQueue(await register(alice))
    const own = only(await queue.fill(1))
    const before = await queue.count()
    await queue.update({ keyPackages: [own.message] })
    await queue.update({ keyPackages: [own.message, own.message] })
    const after = await queue.count()
    const [first, second] = [await queue.fetch(label('first')), await queue.fetch(label('second'))]
    return { packages: named({ 'the package': own }), before, after, first, second }
  },
  judge: ({ packages, before, after, first, second }) =>
    all(unchanged(before, after), gave(first, 'the package', packages), gaveNothing(second)),
})

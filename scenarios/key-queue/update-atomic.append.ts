// The good key packages of a refused upload are not kept either, whichever of them was the bad one (KQ-18, A-25).
import { accepted, each, gaveNothing, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { gave } from '../../harness/match/key-package.ts'
import { unchanged } from '../../harness/match/value.ts'
import { named } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue/update-atomic',
  story: "Uploads to Alice's empty queue bring a good key package before and after one of Bob's",
  world: oneDomain,
  async probe({ alice, bob, register, keyQueue, label }) {
    const queue = await keyQueue(await register(alice))
    const [good, bad] = [await alice.keyPackage(), await bob.keyPackage()]
    const before = await queue.count()
    const attacks = [
      await queue.update({ keyPackages: [good.message, bad.message] }),
      await queue.update({ keyPackages: [bad.message, good.message] }),
    ]
    const [after, fetched] = [await queue.count(), await queue.fetch(label('receiver'))]
    const twin = await queue.update({ keyPackages: [good.message] })
    const packages = named({ 'the good package': good })
    return { packages, before, attacks, after, fetched, twin, served: await queue.fetch(label('receiver')) }
  },
  controls: ({ packages, twin, served }) => all(accepted(twin), gave(served, 'the good package', packages)),
  judge: ({ before, attacks, after, fetched }) =>
    all(each(attacks, refused), unchanged(before, after), gaveNothing(fetched)),
})

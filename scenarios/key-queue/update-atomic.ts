// One key package that cannot be accepted refuses the whole update: nothing is emptied, nothing inserted (KQ-18, A-25).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { gave, withheld } from '../../harness/match/key-package.ts'
import { unchanged } from '../../harness/match/value.ts'
import { named, numbered } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue/update-atomic',
  story: "A reset of Alice's queue brings a good key package and half of another one",
  world: oneDomain,
  async probe({ alice, register, keyQueue, label }) {
    const queue = await keyQueue(await register(alice))
    const old = numbered(await queue.fill(2))
    const [fresh, { message }] = [await alice.keyPackage(), await alice.keyPackage()]
    const half = message.slice(0, message.length >> 1)
    const before = await queue.count()
    const attack = await queue.update({ keyPackages: [fresh.message, half], isReset: true })
    const after = await queue.count()
    const served = await queue.fetch(label('receiver'))
    const packages = { ...old, ...named({ 'the package of the refused update': fresh }) }
    const twin = await queue.update({ keyPackages: [fresh.message], isReset: true })
    return { packages, before, attack, after, served, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ packages, before, attack, after, served }) =>
    all(
      refused(attack),
      unchanged(before, after),
      withheld(served, 'the package of the refused update', packages),
      gave(served, ['package 1', 'package 2'], packages),
    ),
})

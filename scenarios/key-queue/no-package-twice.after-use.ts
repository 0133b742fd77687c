// A key package that a group has used cannot be put back into a queue (KQ-19).
import { all } from '../../harness/match/judgement.ts'
import { gave, withheld } from '../../harness/match/key-package.ts'
import { unchanged } from '../../harness/match/value.ts'
import { named, only } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue/no-package-twice',
  story: "Alice fetches Bob's key package and adds him by it, and it is uploaded to his queue again",
  world: oneDomain,
  needs: ['groups'],
  async probe({ alice, bob, register, keyQueue, group, label }) {
    const [adder, client] = [await register(alice), await register(bob)]
    const queue = await keyQueue(client)
    const own = only(await queue.fill(1))
    const first = await queue.fetch(label('alice'))
    await (await group(adder)).add(adder, [client], [own])
    const before = await queue.count()
    await queue.update({ keyPackages: [own.message] })
    const after = await queue.count()
    return {
      packages: named({ 'the used package': own }),
      first,
      before,
      after,
      fetched: await queue.fetch(label('receiver')),
    }
  },
  controls: ({ packages, first }) => gave(first, 'the used package', packages),
  judge: ({ packages, before, after, fetched }) =>
    all(unchanged(before, after), withheld(fetched, 'the used package', packages)),
})

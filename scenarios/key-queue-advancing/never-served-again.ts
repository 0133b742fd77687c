// What a group has used is handed out to nobody any more, not even to those who never had it (KP-17, KP-18).
import { all } from '../../harness/match/judgement.ts'
import { gave, withheld } from '../../harness/match/key-package.ts'
import { named } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue-advancing/never-served-again',
  story: 'Alice adds Bob by a key package in his queue that nobody fetched, then three receivers ask',
  world: oneDomain,
  async probe({ alice, bob, register, keyQueue, group, label }) {
    const [adder, client] = [await register(alice), await register(bob)]
    const queue = await keyQueue(client)
    const used = await bob.keyPackage({ expiresIn: 86400n })
    const other = await bob.keyPackage()
    await queue.update({ keyPackages: [used.message, other.message] })
    await (await group(adder)).add(adder, [client], [used])
    const fetched = []
    for (const receiver of ['first', 'second', 'third']) fetched.push(await queue.fetch(label(receiver)))
    return { packages: named({ 'the used package': used, 'the other package': other }), fetched }
  },
  controls: ({ packages, fetched }) =>
    all(...fetched.slice(0, 1).map((answer) => gave(answer, 'the other package', packages))),
  judge: ({ packages, fetched }) => all(...fetched.map((answer) => withheld(answer, 'the used package', packages))),
})

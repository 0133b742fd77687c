// What was fetched for one and used is not handed on to another (KP-17, KP-18).
import { all } from '../../harness/match/judgement.ts'
import { gave, withheld } from '../../harness/match/key-package.ts'
import { named, taken } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue-advancing/never-served-again',
  story: 'Alice adds Bob by a key package that was fetched for her, then others ask and she asks again',
  world: oneDomain,
  async probe({ alice, bob, register, keyQueue, group, label }) {
    const [adder, client] = [await register(alice), await register(bob)]
    const queue = await keyQueue(client)
    const receiver = label('alice')
    const filled = await queue.fill(1)
    const before = await queue.fetch(receiver)
    const used = taken(before, filled)
    await (await group(adder)).add(adder, [client], [used])
    const fetched = []
    for (const asking of [label('first'), label('second'), receiver]) fetched.push(await queue.fetch(asking))
    return { packages: named({ 'the used package': used }), before, fetched }
  },
  controls: ({ packages, before }) => gave(before, 'the used package', packages),
  judge: ({ packages, fetched }) => all(...fetched.map((answer) => withheld(answer, 'the used package', packages))),
})

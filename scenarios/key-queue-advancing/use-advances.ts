// Once a key package has been used to add its client to a group, its receiver gets another one (KP-12, A-21).
import { all } from '../../harness/match/judgement.ts'
import { gave, withheld } from '../../harness/match/key-package.ts'
import { named, taken } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue-advancing/use-advances',
  story: "Alice fetches a key package of Bob's, adds him to her group by it, and fetches again",
  world: oneDomain,
  async probe({ alice, bob, register, keyQueue, group, label }) {
    const [adder, client] = [await register(alice), await register(bob)]
    const queue = await keyQueue(client)
    const filled = await queue.fill(2)
    const receiver = label('alice')
    const used = taken(await queue.fetch(receiver), filled)
    await (await group(adder)).add(adder, [client], [used])
    const rest = filled.filter((own) => own !== used)
    const packages = named({
      'the used package': used,
      ...Object.fromEntries(rest.map((own) => ['the other package', own])),
    })
    return { packages, next: await queue.fetch(receiver), again: await queue.fetch(receiver) }
  },
  judge: ({ packages, next, again }) =>
    all(
      withheld(next, 'the used package', packages),
      gave(next, 'the other package', packages),
      gave(again, 'the other package', packages),
    ),
})

// A commit that adds several clients takes a key package out of the queue of each (KP-12).
import { all } from '../../harness/match/judgement.ts'
import { gave, withheld } from '../../harness/match/key-package.ts'
import { named, only, taken } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue-advancing/use-advances',
  story: 'Alice adds Bob and Carol by one commit, with key packages she fetched, and fetches again from both',
  world: oneDomain,
  async probe({ alice, bob, carol, register, keyQueue, group, label }) {
    const adder = await register(alice)
    const joiners = [await register(bob), await register(carol)]
    const receiver = label('alice')
    const queues = []
    const used = []
    for (const client of joiners) {
      const queue = await keyQueue(client)
      const filled = await queue.fill(2)
      const own = taken(await queue.fetch(receiver), filled)
      const rest = filled.filter((one) => one !== own)
      queues.push({ queue, packages: named({ 'the used package': own, 'the other package': only(rest) }) })
      used.push(own)
    }
    await (await group(adder)).add(adder, joiners, used)
    const next = []
    for (const { queue } of queues) next.push(await queue.fetch(receiver))
    return { packages: queues.map(({ packages }) => packages), next }
  },
  judge: ({ packages, next }) =>
    all(
      ...next.flatMap((answer, at) => {
        const known = packages[at] ?? {}
        return [withheld(answer, 'the used package', known), gave(answer, 'the other package', known)]
      }),
    ),
})

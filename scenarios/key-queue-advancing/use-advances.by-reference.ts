// A key package is used just as well by a commit that refers to the Add someone proposed (KP-12, A-21).
import { all } from '../../harness/match/judgement.ts'
import { gave, withheld } from '../../harness/match/key-package.ts'
import { named, taken } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue-advancing/use-advances',
  story:
    'Alice proposes to add Bob by a key package that was fetched for her, Carol commits to it, and Alice fetches again',
  world: oneDomain,
  async probe({ alice, bob, carol, register, keyQueue, group, label }) {
    const [proposer, committer, client] = [await register(alice), await register(carol), await register(bob)]
    const queue = await keyQueue(client)
    const filled = await queue.fill(2)
    const receiver = label('alice')
    const used = taken(await queue.fetch(receiver), filled)
    const story = await group(proposer, committer)
    await story.propose(proposer, { type: 'add', keyPackage: used.message })
    await story.commit(committer)
    const rest = filled.filter((own) => own !== used)
    const packages = named({
      'the used package': used,
      ...Object.fromEntries(rest.map((own) => ['the other package', own])),
    })
    return { packages, next: await queue.fetch(receiver) }
  },
  judge: ({ packages, next }) =>
    all(withheld(next, 'the used package', packages), gave(next, 'the other package', packages)),
})

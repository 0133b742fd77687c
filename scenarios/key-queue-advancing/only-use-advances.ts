// A proposal to add a client uses nothing up yet (KP-13, A-02).
import { gave } from '../../harness/match/key-package.ts'
import { named, taken } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue-advancing/only-use-advances',
  story: "Alice fetches a key package of Bob's, proposes to add him by it, and fetches again before anybody commits",
  world: oneDomain,
  async probe({ alice, bob, register, keyQueue, group, label }) {
    const [proposer, client] = [await register(alice), await register(bob)]
    const queue = await keyQueue(client)
    const filled = await queue.fill(2)
    const receiver = label('alice')
    const own = taken(await queue.fetch(receiver), filled)
    await (await group(proposer)).propose(proposer, { type: 'add', keyPackage: own.message })
    return { packages: named({ 'the proposed package': own }), next: await queue.fetch(receiver) }
  },
  judge: ({ packages, next }) => gave(next, 'the proposed package', packages),
})

// Key packages can be put into a queue (KQ-06).
import { accepted } from '../../harness/match/answer.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue/update-supported',
  story: "Alice's application server uploads one key package of hers",
  world: oneDomain,
  async probe({ alice, register, keyQueue }) {
    const queue = await keyQueue(await register(alice))
    const own = await alice.keyPackage()
    return { updated: await queue.update({ keyPackages: [own.message] }) }
  },
  judge: ({ updated }) => accepted(updated),
})

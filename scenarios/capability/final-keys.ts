// Who declares final-keys takes one.
import { offered, settled } from '../../harness/match/offer.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'capability/final-keys',
  story: "A final key is uploaded to Alice's queue",
  world: oneDomain,
  async probe({ alice, register, keyQueue }) {
    const queue = await keyQueue(await register(alice))
    const { message } = await alice.keyPackage({ lastResort: true })
    return { use: await queue.update({ finalKey: message }) }
  },
  controls: ({ use }) => settled(use),
  judge: ({ use }) => offered(use),
})

// Who declares relabel-queue takes another label.
import { offered, settled } from '../../harness/match/offer.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'capability/relabel-queue',
  story: "Alice's key queue gets another label",
  world: oneDomain,
  async probe({ alice, register, keyQueue, label }) {
    const queue = await keyQueue(await register(alice))
    return { use: await queue.update({ appLabel: label('renamed') }) }
  },
  controls: ({ use }) => settled(use),
  judge: ({ use }) => offered(use),
})

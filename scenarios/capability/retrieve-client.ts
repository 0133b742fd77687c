// Who declares retrieve-client lets clients be read.
import { offered, settled } from '../../harness/match/offer.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'capability/retrieve-client',
  story: 'Alice is read by her id',
  world: oneDomain,
  async probe({ appServer, alice, register }) {
    const { clientId } = await register(alice)
    return { use: await appServer.retrieveClient({ clientId }) }
  },
  controls: ({ use }) => settled(use),
  judge: ({ use }) => offered(use),
})

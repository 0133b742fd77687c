// Who declares delete-client deletes.
import { offered, settled } from '../../harness/match/offer.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'capability/delete-client',
  story: 'Alice is deleted',
  world: oneDomain,
  async probe({ appServer, alice, register }) {
    const { clientId } = await register(alice)
    return { use: await appServer.deleteClient({ clientId }) }
  },
  controls: ({ use }) => settled(use),
  judge: ({ use }) => offered(use),
})

// Who declares basic registers clients where that is the provider.
import { offered, settled } from '../../harness/match/offer.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'capability/basic',
  story: 'Alice is registered in an application with the Basic provider',
  world: oneDomain,
  async probe({ appServer, alice }) {
    return { use: await appServer.registerClient({ clientHandle: alice.handle, tags: [] }) }
  },
  controls: ({ use }) => settled(use),
  judge: ({ use }) => offered(use),
})

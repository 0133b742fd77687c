// Who declares federation searches elsewhere.
import { offered, settled } from '../../harness/match/offer.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { twoDomains } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'capability/federation',
  story: "Alice's application searches in the domain of the other gateway",
  world: twoDomains,
  async probe({ appServer, farDomain, carol, register }) {
    await register(carol)
    const use = await appServer.findClients({ tag: carol.tag, domain: farDomain.name })
    return { use }
  },
  controls: ({ use }) => settled(use),
  judge: ({ use }) => offered(use),
})

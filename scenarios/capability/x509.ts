// Who declares x509 registers clients where that is the provider.
import { offered, settled } from '../../harness/match/offer.ts'
import { defineX509Application, handleFromLeaf } from '../../harness/probe/x509-application.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'capability/x509',
  story: 'A client is registered in an application with the X.509 provider',
  world: emptyDomain,
  async probe(stage) {
    const flags = { supportsAccounts: false, supportsDomains: false }
    const { server } = await defineX509Application(stage, flags, handleFromLeaf(stage))
    return { use: await server.registerClient({ clientHandle: stage.alice.handle, tags: [] }) }
  },
  controls: ({ use }) => settled(use),
  judge: ({ use }) => offered(use),
})

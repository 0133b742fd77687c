// Who declares accounts registers clients where people have several.
import { offered, settled } from '../../harness/match/offer.ts'
import { defineX509Application, handleFromLeaf } from '../../harness/probe/x509-application.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'capability/accounts',
  story: 'A client is registered in an application whose X.509 provider knows accounts',
  world: emptyDomain,
  async probe(stage) {
    const flags = { supportsAccounts: true, supportsDomains: false }
    const { server } = await defineX509Application(stage, flags, { ...handleFromLeaf(stage), account_handle_offset: 1 })
    return { use: await server.registerClient({ clientHandle: stage.alice.handle, tags: [] }) }
  },
  controls: ({ use }) => settled(use),
  judge: ({ use }) => offered(use),
})

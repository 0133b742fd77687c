// Who declares define-application lets an operator define one.
import { offered, settled } from '../../harness/match/offer.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'capability/define-application',
  story: 'The operator defines an application with the Basic provider',
  world: emptyDomain,
  async probe({ operator, domain, configuration }) {
    const fresh = configuration()
    const [server = ''] = domain.applicationServers
    const definition = { appId: fresh.id, configuration: fresh, applicationServers: [server], federatesWith: [] }
    return { use: await operator.call('defineApplication', definition) }
  },
  controls: ({ use }) => settled(use),
  judge: ({ use }) => offered(use),
})

// Who declares define-application lets an operator define one.
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { offered, settled } from '../../harness/match/offer.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'
import { isAccepted } from '../../simulator/answer.ts'

export default defineScenario({
  requirement: 'capability/define-application',
  story: 'The operator defines an application with the Basic provider, and Alice is registered in it',
  world: emptyDomain,
  async probe({ operator, domain, alice, configuration }) {
    const fresh = configuration()
    const [server = ''] = domain.applicationServers
    const definition = { appId: fresh.id, configuration: fresh, applicationServers: [server], federatesWith: [] }
    const use = await operator.call('defineApplication', definition)
    // Whoever says yes to everything has defined nothing: the first use tells.
    const { handle: clientHandle } = alice
    const first = await domain.applicationServer(server, fresh.id).registerClient({ clientHandle, tags: [] })
    return { use, first }
  },
  controls: ({ use, first }) => all(settled(use), ...(isAccepted(use) ? [accepted(first)] : [])),
  judge: ({ use }) => offered(use),
})

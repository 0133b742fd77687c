// The plainest definition of an application is taken, and taken again (PX-01).
import { accepted, each } from '../../harness/match/answer.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'applications/defined-once',
  story: 'The operator defines an application with the Basic provider and nothing else, and the same once more',
  world: emptyDomain,
  needs: ['basic'],
  async probe({ operator, domain, configuration }) {
    const plain = configuration()
    const [name = ''] = domain.applicationServers
    const definition = { appId: plain.id, configuration: plain, applicationServers: [name], federatesWith: [] }
    const define = () => operator.call('defineApplication', definition)
    return { definitions: [await define(), await define()] }
  },
  judge: ({ definitions }) => each(definitions, accepted),
})

// A definition nobody can work by is refused (PX-01): an unknown provider type, an unknown application server.
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

/** Neither registered (1, 2) nor for private use (240 to 255), reading A-30. */
const unassignedType = 100

export default defineScenario({
  requirement: 'applications/only-valid-definitions',
  story: 'The operator defines an application with a provider, then with a server, that nobody knows',
  world: emptyDomain,
  async probe({ operator, domain, configuration, label }) {
    const [name = ''] = domain.applicationServers
    const good = configuration()
    const input = { appId: good.id, configuration: good, applicationServers: [name], federatesWith: [] }
    const unknownType = { ...good, identity: { ...good.identity, type: unassignedType } }
    const invalid = [
      await operator.call('defineApplication', { ...input, configuration: unknownType }),
      await operator.call('defineApplication', { ...input, applicationServers: [name, label('nobody')] }),
    ]
    const use = await domain.applicationServer(name, good.id).findClients({ tag: label('nobody') })
    const twin = await operator.call('defineApplication', input)
    return { invalid, use, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ invalid, use }) => all(each(invalid, refused), refused(use)),
})

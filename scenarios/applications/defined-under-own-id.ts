// A configuration is defined under the id it carries and no other (PX-01).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'applications/defined-under-own-id',
  story: 'The operator sends the configuration of one application to the path of another; neither comes to be',
  world: emptyDomain,
  async probe({ operator, domain, configuration, label }) {
    const [name = ''] = domain.applicationServers
    const [inPath, inBody] = [configuration(), configuration()]
    const define = (appId: string) =>
      operator.call('defineApplication', {
        appId,
        configuration: inBody,
        applicationServers: [name],
        federatesWith: [],
      })
    const crossed = await define(inPath.id)
    const uses = [
      await domain.applicationServer(name, inPath.id).findClients({ tag: label('nobody') }),
      await domain.applicationServer(name, inBody.id).findClients({ tag: label('nobody') }),
    ]
    const twin = await define(inBody.id)
    return { crossed, uses, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ crossed, uses }) => all(refused(crossed), each(uses, refused)),
})

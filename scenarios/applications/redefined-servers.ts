// Defining an application again hands it to the application servers it names then (PX-01).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved, Unreachable } from '../../harness/unreachable.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'applications/redefined-servers',
  story: 'The operator adds a second application server to an application, then takes the first one away',
  world: emptyDomain,
  async probe({ operator, domain, configuration, register, alice }) {
    const [first, second] = domain.applicationServers
    if (first === undefined || second === undefined)
      throw new Unreachable("the target's instance names fewer than two application servers")
    const application = configuration()
    const define = (applicationServers: string[]) =>
      operator.call('defineApplication', {
        appId: application.id,
        configuration: application,
        applicationServers,
        federatesWith: [],
      })
    const search = (name: string) => domain.applicationServer(name, application.id).findClients({ tag: alice.tag })
    achieved(await define([first]))
    await register(alice, { server: domain.applicationServer(first, application.id) })
    const before = await search(first)
    const early = await search(second)
    const added = await define([first, second])
    const shared = [await search(first), await search(second)]
    const replaced = await define([second])
    const kept = await search(second)
    const late = await search(first)
    return { before, early, added, shared, replaced, kept, late }
  },
  controls: ({ before }) => accepted(before),
  judge: ({ early, added, shared, replaced, kept, late }) =>
    all(refused(early), each([added, ...shared, replaced, kept], accepted), refused(late)),
})

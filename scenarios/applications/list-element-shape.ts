// Every listed application has its id and its whole identity configuration, and no secret goes with them (AR-12).
import { acceptedWith } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal, holds } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'applications/list-element-shape',
  story: 'The operator defines an application, and its application server reads the configuration from the list',
  world: emptyDomain,
  needs: ['define-application'],
  async probe({ operator, domain, configuration }) {
    const defined = configuration()
    const [name = ''] = domain.applicationServers
    const applicationServers = [name]
    const input = { appId: defined.id, configuration: defined, applicationServers, federatesWith: [] }
    achieved(await operator.call('defineApplication', input))
    const list = await domain.applicationServer(name, defined.id).listApplications({})
    return { list, id: defined.id, identity: JSON.stringify(defined.identity) }
  },
  judge({ list, id, identity }) {
    const listed = list.value?.find((one) => one.id.toLowerCase() === id)
    const body = new TextDecoder().decode(list.exchange.response?.body)
    const tokens = list.exchange.request.headers.filter(([name]) => name === 'authorization')
    const leaks = tokens.some(([, value]) => body.includes(value.replace(/^Bearer /, '')))
    const at = `${list.exchange.id}.body`
    return all(
      acceptedWith(list, () => equal(listed?.identity, JSON.parse(identity), at)),
      holds(!leaks, { expected: 'a list without credentials', actual: "the caller's token stands in it", at }),
    )
  },
})

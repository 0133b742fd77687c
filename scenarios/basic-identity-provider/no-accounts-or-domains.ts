// The Basic provider knows neither accounts nor domains, so it cannot be configured with them (BP-04).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'basic-identity-provider/no-accounts-or-domains',
  story: 'The operator defines a Basic application with accounts, with domains and with both, then with neither',
  world: emptyDomain,
  async probe({ operator, domain, configuration, label }) {
    const [name = ''] = domain.applicationServers
    const good = configuration()
    const input = { appId: good.id, configuration: good, applicationServers: [name], federatesWith: [] }
    const flags = [
      { supportsAccounts: true, supportsDomains: false },
      { supportsAccounts: false, supportsDomains: true },
      { supportsAccounts: true, supportsDomains: true },
    ]
    const attacks = []
    for (const set of flags) {
      const flagged = { ...good, identity: { ...good.identity, ...set } }
      attacks.push(await operator.call('defineApplication', { ...input, configuration: flagged }))
    }
    const use = await domain.applicationServer(name, good.id).findClients({ tag: label('nobody') })
    const twin = await operator.call('defineApplication', input)
    return { attacks, use, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ attacks, use }) => all(each(attacks, refused), refused(use)),
})

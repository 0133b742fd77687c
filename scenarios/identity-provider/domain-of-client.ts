// With domains, who is of none cannot be of the gateway's (IP-11).
import { flawedRefused } from '../../harness/match/x509.ts'
import { certifiedQueue } from '../../harness/probe/certified-queue.ts'
import { tryChains } from '../../harness/probe/chains.ts'
import { handleFromLeaf } from '../../harness/probe/x509-application.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'identity-provider/domain-of-client',
  story:
    'Alice presents a chain that ends before the domain, or whose domain has no name; then one of the domain of the gateway',
  world: emptyDomain,
  needs: ['define-application'],
  async probe(stage) {
    const { alice, domain } = stage
    const parameters = { ...handleFromLeaf(stage), domain_name_offset: 1 }
    const certified = await certifiedQueue(stage, { domains: true, parameters })
    const nameless = [{ type: 'O', value: domain.name }]
    const flawed = [await certified.chain(alice.handleText), await certified.chain(alice.handleText, nameless)]
    return tryChains(certified, { flawed, good: [await certified.chain(alice.handleText, domain.name)] })
  },
  ...flawedRefused,
})

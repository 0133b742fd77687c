// The domain is the name at its offset, of exactly that certificate (X5-12).
import { flawedRefused } from '../../harness/match/x509.ts'
import { certifiedQueue } from '../../harness/probe/certified-queue.ts'
import { tryChains } from '../../harness/probe/chains.ts'
import { handleFromLeaf } from '../../harness/probe/x509-application.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'x509-identity-provider/domain-from-offset',
  story:
    'The domain is read two certificates above the client; chains with the domain of the gateway beside that place are of others',
  world: emptyDomain,
  needs: ['define-application'],
  async probe(stage) {
    const { alice, domain } = stage
    const parameters = { ...handleFromLeaf(stage), domain_name_offset: 2 }
    const certified = await certifiedQueue(stage, { domains: true, parameters })
    const name = alice.handleText
    const flawed = [
      await certified.chain(name, domain.name, 'elsewhere.example'),
      await certified.chain(name, 'desk', 'elsewhere.example', domain.name),
      await certified.chain(name, domain.name, 'elsewhere.example', domain.name),
    ]
    return tryChains(certified, { flawed, good: [await certified.chain(name, 'elsewhere.example', domain.name)] })
  },
  ...flawedRefused,
})

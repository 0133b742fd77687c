// What an application uploads is of a domain of its gateway (KV-03).
import { flawedRefused } from '../../harness/match/x509.ts'
import { certifiedQueue } from '../../harness/probe/certified-queue.ts'
import { tryChains } from '../../harness/probe/chains.ts'
import { handleFromLeaf } from '../../harness/probe/x509-application.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-package-validation/own-domain-on-upload',
  story:
    'Alice uploads key packages of another domain, of one below that of the gateway and of ones that are spelt alike; then of its own',
  world: emptyDomain,
  needs: ['define-application'],
  async probe(stage) {
    const { alice, domain } = stage
    const parameters = { ...handleFromLeaf(stage), domain_name_offset: 1 }
    const certified = await certifiedQueue(stage, { domains: true, parameters })
    const foreign = ['elsewhere.example', `x.${domain.name}`, `x${domain.name}`, `${domain.name}.example`]
    const flawed = []
    for (const name of foreign) flawed.push(await certified.chain(alice.handleText, name))
    return tryChains(certified, { flawed, good: [await certified.chain(alice.handleText, domain.name)] })
  },
  ...flawedRefused,
})

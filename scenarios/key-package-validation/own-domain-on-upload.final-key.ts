// A final key is of a domain of its gateway, too (KV-03).
import { flawedRefused } from '../../harness/match/x509.ts'
import { certifiedQueue } from '../../harness/probe/certified-queue.ts'
import { tryChains } from '../../harness/probe/chains.ts'
import { handleFromLeaf } from '../../harness/probe/x509-application.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-package-validation/own-domain-on-upload',
  story:
    'Alice puts key packages of two other domains in the place of the final key, then one of the domain of the gateway',
  world: emptyDomain,
  needs: ['define-application', 'final-keys'],
  async probe(stage) {
    const { alice, domain } = stage
    const parameters = { ...handleFromLeaf(stage), domain_name_offset: 1 }
    const certified = await certifiedQueue(stage, { domains: true, parameters })
    const flawed = [
      await certified.chain(alice.handleText, 'elsewhere.example'),
      await certified.chain(alice.handleText, `x.${domain.name}`),
    ]
    const good = [await certified.chain(alice.handleText, domain.name)]
    return tryChains({ ...certified, upload: certified.uploadFinal }, { flawed, good })
  },
  ...flawedRefused,
})

// A list of no certificates names nobody (X5-03).
import { flawedRefused } from '../../harness/match/x509.ts'
import { certifiedQueue } from '../../harness/probe/certified-queue.ts'
import { tryChains } from '../../harness/probe/chains.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'x509-identity-provider/chain-not-empty',
  story: 'Alice presents no certificate at all, then her own',
  world: emptyDomain,
  needs: ['define-application'],
  async probe(stage) {
    const certified = await certifiedQueue(stage)
    return tryChains(certified, { flawed: [[]], good: [await certified.chain(stage.alice.handleText)] })
  },
  ...flawedRefused,
})

// Two common names in one certificate are none (X5-26).
import { flawedRefused } from '../../harness/match/x509.ts'
import { certifiedQueue } from '../../harness/probe/certified-queue.ts'
import { tryChains } from '../../harness/probe/chains.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'x509-identity-provider/one-common-name',
  story: 'The certificate of Alice gives two names, hers first and hers last, then hers alone',
  world: emptyDomain,
  needs: ['define-application'],
  async probe(stage) {
    const certified = await certifiedQueue(stage)
    const own = { type: 'CN', value: stage.alice.handleText }
    const other = { type: 'CN', value: stage.mallory.handleText }
    const flawed = [await certified.chain([own, other], 'home'), await certified.chain([other, own], 'home')]
    return tryChains(certified, { flawed, good: [await certified.chain([own], 'home')] })
  },
  ...flawedRefused,
})

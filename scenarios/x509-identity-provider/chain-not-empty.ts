// A list of no certificates names nobody (X5-03).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { certifiedQueue, tryChains } from '../../harness/probe/certified-queue.ts'
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
  controls: ({ twins }) => each(twins, accepted),
  judge: ({ before, attacks, after }) => all(each(attacks, refused), unchanged(before, after)),
})

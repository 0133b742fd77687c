// Two common names in one certificate are none (X5-26).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { certifiedQueue, tryChains } from '../../harness/probe/certified-queue.ts'
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
  controls: ({ twins }) => each(twins, accepted),
  judge: ({ before, attacks, after }) => all(each(attacks, refused), unchanged(before, after)),
})

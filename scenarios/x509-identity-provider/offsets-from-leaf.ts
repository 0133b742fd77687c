// Offset 0 is the leaf, and counting goes up from it (X5-09).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { certifiedQueue, tryChains } from '../../harness/probe/certified-queue.ts'
import { handleFrom } from '../../harness/probe/x509-application.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'x509-identity-provider/offsets-from-leaf',
  story: 'The handle is read at offset 1: the issuer of the leaf gives it, neither the leaf nor the next',
  world: emptyDomain,
  needs: ['define-application'],
  async probe(stage) {
    const name = stage.alice.handleText
    const certified = await certifiedQueue(stage, { parameters: handleFrom(stage, { start: 1, end: 1 }) })
    const flawed = [await certified.chain(name, 'desk', 'home'), await certified.chain('phone', 'desk', name)]
    return tryChains(certified, { flawed, good: [await certified.chain('phone', name, 'home')] })
  },
  controls: ({ twins }) => each(twins, accepted),
  judge: ({ before, attacks, after }) => all(each(attacks, refused), unchanged(before, after)),
})

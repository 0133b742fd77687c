// The handle joins the common names of the range, from the leaf on, both ends included (X5-10, X5-21).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { certifiedQueue, tryChains } from '../../harness/probe/certified-queue.ts'
import { handleFrom } from '../../harness/probe/x509-application.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'x509-identity-provider/handle-from-range',
  story: 'Handles of three certificates are derived in the right order; chains that name others are refused',
  world: emptyDomain,
  needs: ['define-application'],
  async probe(stage) {
    const name = stage.alice.handleText
    const parameters = handleFrom(stage, { start: 0, end: 2 })
    const certified = await certifiedQueue(stage, { handle: `${name}:desk:home`, parameters })
    const flawed = [await certified.chain('home', 'desk', name), await certified.chain(name, 'desk', 'office')]
    return tryChains(certified, { flawed, good: [await certified.chain(name, 'desk', 'home')] })
  },
  controls: ({ twins }) => each(twins, accepted),
  judge: ({ before, attacks, after }) => all(each(attacks, refused), unchanged(before, after)),
})

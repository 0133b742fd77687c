// Nobody is named by a certificate that is not there (X5-25).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { certifiedQueue, tryChains } from '../../harness/probe/certified-queue.ts'
import { handleFrom } from '../../harness/probe/x509-application.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'x509-identity-provider/offset-inside-chain',
  story: 'A chain of two is presented where the handle takes three certificates, then one of three',
  world: emptyDomain,
  needs: ['define-application'],
  async probe(stage) {
    const name = stage.alice.handleText
    const range = handleFrom(stage, { start: 0, end: 2 })
    const handle = `${name}:desk:home`
    const certified = await certifiedQueue(stage, { handle, parameters: range })
    const flawed = [await certified.chain(name, 'desk'), await certified.chain(name)]
    return tryChains(certified, { flawed, good: [await certified.chain(name, 'desk', 'home')] })
  },
  controls: ({ twins }) => each(twins, accepted),
  judge: ({ before, attacks, after }) => all(each(attacks, refused), unchanged(before, after)),
})

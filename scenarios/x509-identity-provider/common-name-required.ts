// A certificate in the range has a name, or the chain names nobody (X5-18).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { certifiedQueue, tryChains } from '../../harness/probe/certified-queue.ts'
import { handleFrom } from '../../harness/probe/x509-application.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'x509-identity-provider/common-name-required',
  story: 'The second certificate of the range has no common name, or an empty one, then a name',
  world: emptyDomain,
  needs: ['define-application'],
  async probe(stage) {
    const name = stage.alice.handleText
    const parameters = handleFrom(stage, { start: 0, end: 1 })
    const good = await certifiedQueue(stage, { handle: `${name}:home`, parameters })
    const missing = await certifiedQueue(stage, { handle: `${name}:`, parameters })
    const nameless = [{ type: 'O', value: 'home' }]
    const flawed = [
      await missing.chain(name, nameless),
      await missing.chain(name, [...nameless, { type: 'CN', value: '' }]),
    ]
    const { before, attacks, after } = await tryChains(missing, { flawed, good: [] })
    const { twins } = await tryChains(good, { flawed: [], good: [await good.chain(name, 'home')] })
    return { before, attacks, after, twins }
  },
  controls: ({ twins }) => each(twins, accepted),
  judge: ({ before, attacks, after }) => all(each(attacks, refused), unchanged(before, after)),
})

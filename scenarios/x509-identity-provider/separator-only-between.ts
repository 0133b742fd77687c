// Nothing stands before the first name or after the last (X5-20).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { certifiedQueue, tryChains } from '../../harness/probe/certified-queue.ts'
import { handleFrom } from '../../harness/probe/x509-application.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'x509-identity-provider/separator-only-between',
  story: 'A handle is derived of two certificates; queues under names with a separator more take it for another client',
  world: emptyDomain,
  needs: ['define-application'],
  async probe(stage) {
    const name = stage.alice.handleText
    const parameters = handleFrom(stage, { start: 0, end: 1 })
    const certified = await certifiedQueue(stage, { handle: `${name}:home`, parameters })
    const longer = await certifiedQueue(stage, { handle: `${name}:home:`, parameters })
    const { before, attacks, after } = await tryChains(longer, { flawed: [await longer.chain(name, 'home')], good: [] })
    const { twins } = await tryChains(certified, { flawed: [], good: [await certified.chain(name, 'home')] })
    return { before, attacks, after, twins }
  },
  controls: ({ twins }) => each(twins, accepted),
  judge: ({ before, attacks, after }) => all(each(attacks, refused), unchanged(before, after)),
})

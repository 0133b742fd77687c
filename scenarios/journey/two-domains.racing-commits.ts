// Two gateways are handed a commit each for one epoch at the same moment, over a slow link: no split, no welcome lost.
import { all } from '../../harness/match/judgement.ts'
import { heldAlike } from '../../harness/match/same-group.ts'
import { equal } from '../../harness/match/value.ts'
import { raceAcross } from '../../harness/probe/race-across.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { twoDomains } from '../../harness/world-plan.ts'
import { isAccepted } from '../../simulator/answer.ts'

export default defineScenario({
  requirement: 'commits/one-ordering-gateway',
  story:
    'Alice adds Dave and Carol adds Bob in the same epoch, each at her own gateway and at once; who lost follows the winner and tries again',
  world: twoDomains,
  probe: (stage) => raceAcross(stage, 0),
  judge({ raced, facts, here, there }) {
    const winners = raced.filter(isAccepted).length
    if (typeof facts === 'string') return all(one(winners), equal(facts, 'every client follows', 'the clients'))
    const [first] = facts.states
    return all(
      one(winners),
      equal(
        facts,
        { retried: true, states: [first, first, first, first] },
        'the second try, and the states of all four',
      ),
      heldAlike(here, there),
    )
  },
})

function one(winners: number) {
  return equal(winners, 1, 'raced, accepted')
}

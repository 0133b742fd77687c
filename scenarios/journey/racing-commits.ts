// Two commits at the same moment: one wins, and everybody ends up in the winner's group.
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { catchUp } from '../../harness/probe/catch-up.ts'
import { finding, sharedState } from '../../harness/probe/finding.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import { isAccepted } from '../../simulator/answer.ts'

export default defineScenario({
  requirement: 'commits/one-winner',
  story: 'Alice and Bob commit at once; who lost follows the winner and commits again, and Carol follows them both',
  world: oneDomain,
  async probe({ alice, bob, carol, register, group }) {
    const [anna, bert, cleo] = [await register(alice), await register(bob), await register(carol)]
    const story = await group(anna, bert, cleo)
    const [hers, his, theirs] = [story.session(anna), story.session(bert), story.session(cleo)]
    const racing = await Promise.all([hers.prepare(), his.prepare()])
    const raced = await Promise.all(racing.map((prepared) => story.upload(prepared)))
    for (const [index, prepared] of racing.entries()) {
      const answer = raced[index]
      if (answer && isAccepted(answer)) prepared.apply()
    }
    const loser = raced[0] && isAccepted(raced[0]) ? his : hers
    const facts = await finding(async () => {
      await catchUp(loser, anna.server)
      const retry = await loser.prepare()
      const accepted = isAccepted(await story.upload(retry))
      if (accepted) retry.apply()
      for (const one of [hers, his, theirs]) await catchUp(one, anna.server)
      return { accepted, states: [hers, his, theirs].map(sharedState) }
    })
    return { raced, facts }
  },
  judge({ raced, facts }) {
    const winners = raced.filter(isAccepted).length
    if (typeof facts === 'string') return equal(facts, 'every client follows', 'the clients')
    const [first] = facts.states
    return all(
      equal(winners, 1, 'raced, accepted'),
      equal(facts, { accepted: true, states: [first, first, first] }, 'the second commit, and the states'),
    )
  },
})

// The size of a range costs the gateway nothing (CT-07).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { holds } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'control-messages/large-ranges-bounded',
  story: 'All epochs there can be are asked for, then the one there is',
  world: oneDomain,
  async probe({ alice, register, group }) {
    const story = await group(await register(alice))
    const huge = await story.controlMessages(0n, 2n ** 64n - 1n)
    return { huge, next: await story.controlMessages(0n, 0n) }
  },
  judge: ({ huge, next }) =>
    all(
      holds(huge.status !== undefined && huge.status < 500, {
        expected: 'an answer or a refusal',
        actual: String(huge.status ?? huge.exchange.noAnswer),
        at: `${huge.exchange.id}.status`,
      }),
      accepted(next),
    ),
})

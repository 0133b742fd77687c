// A range backwards is refused, one beyond the current epoch ends there (CT-05).
import { accepted, refused } from '../../harness/match/answer.ts'
import { sentFrom } from '../../harness/match/control-messages.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'control-messages/odd-ranges',
  story: 'A group in epoch 2 is asked for epochs 2 to 1, 1 to 1000, 1000 to 2000, and 1 to 2',
  world: oneDomain,
  async probe({ alice, bob, register, group }) {
    const anna = await register(alice)
    const story = await group(anna, await register(bob))
    await story.commit(anna)
    return {
      backwards: await story.controlMessages(2n, 1n),
      beyond: await story.controlMessages(1n, 1000n),
      outside: await story.controlMessages(1000n, 2000n),
      twin: await story.controlMessages(1n, 2n),
    }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ backwards, beyond, outside, twin }) =>
    all(
      refused(backwards),
      accepted(beyond),
      equal(sentFrom(1n, beyond.value?.messages), sentFrom(1n, twin.value?.messages), 'beyond.messages'),
      accepted(outside),
      equal(outside.value?.messages, [], 'outside.messages'),
    ),
})

// No commit made epoch 0 (CT-08).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'control-messages/epoch-zero-empty',
  story: 'A group that is in epoch 1 is asked for epoch 0 alone',
  world: oneDomain,
  async probe({ alice, bob, register, group }) {
    const story = await group(await register(alice), await register(bob))
    return { messages: await story.controlMessages(0n, 0n) }
  },
  judge: ({ messages }) => all(accepted(messages), equal(messages.value?.messages, [], 'messages')),
})

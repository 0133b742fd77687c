// The control messages of a range of epochs can be read (CT-01).
import { accepted } from '../../harness/match/answer.ts'
import { sentFrom } from '../../harness/match/control-messages.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'control-messages/supported',
  story: 'Alice commits, and her server reads what led from epoch 1 to epoch 2',
  world: oneDomain,
  async probe({ alice, bob, register, group }) {
    const anna = await register(alice)
    const story = await group(anna, await register(bob))
    await story.commit(anna)
    return { messages: await story.controlMessages(1n, 2n) }
  },
  judge: ({ messages }) =>
    all(accepted(messages), equal(sentFrom(1n, messages.value?.messages).length, 1, 'messages sent in epoch 1')),
})

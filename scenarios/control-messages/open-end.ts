// Without an end the range goes on to the current epoch (CT-03).
import { accepted } from '../../harness/match/answer.ts'
import { sentFrom } from '../../harness/match/control-messages.ts'
import { all } from '../../harness/match/judgement.ts'
import { sameMembers } from '../../harness/match/value.ts'
import { evolve } from '../../harness/probe/evolution.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'control-messages/open-end',
  story: 'The second and third of three epochs are read without saying where to end',
  world: oneDomain,
  async probe({ alice, bob, register, group }) {
    const [anna, bert] = [await register(alice), await register(bob)]
    const story = await group(anna, bert)
    const epochs = await evolve(story, anna, bert)
    return { messages: await story.controlMessages(2n), epochs }
  },
  judge: ({ messages, epochs }) =>
    all(accepted(messages), sameMembers(sentFrom(2n, messages.value?.messages), epochs.slice(1).flat(), 'messages')),
})

// Proposals come before their commit, epochs one after the other (CT-04; RFC 9750 section 5.2).
import { accepted } from '../../harness/match/answer.ts'
import { sentFrom } from '../../harness/match/control-messages.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { evolve } from '../../harness/probe/evolution.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'control-messages/ordered',
  story: 'Three epochs, each with a proposal and a commit, are read',
  world: oneDomain,
  async probe({ alice, bob, register, group }) {
    const [anna, bert] = [await register(alice), await register(bob)]
    const story = await group(anna, bert)
    const epochs = await evolve(story, anna, bert)
    return { messages: await story.controlMessages(1n, 4n), epochs }
  },
  judge: ({ messages, epochs }) =>
    all(accepted(messages), equal(sentFrom(1n, messages.value?.messages), epochs.flat(), 'messages')),
})

// A commit can be uploaded, and opens an epoch (CM-01).
import { accepted } from '../../harness/match/answer.ts'
import { sentFrom } from '../../harness/match/control-messages.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'commits/upload-supported',
  story: 'Bob, who was added to the group, commits an update of his own leaf',
  world: oneDomain,
  async probe({ alice, bob, register, group }) {
    const bert = await register(bob)
    const story = await group(await register(alice), bert)
    const committed = await story.upload(await story.session(bert).prepare())
    return { committed, messages: await story.controlMessages(1n, 2n) }
  },
  judge: ({ committed, messages }) =>
    all(
      accepted(committed),
      accepted(messages),
      equal(sentFrom(1n, messages.value?.messages).length, 1, 'messages sent in epoch 1'),
    ),
})

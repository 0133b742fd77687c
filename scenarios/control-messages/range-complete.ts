// A range holds what it must and nothing from outside (CT-02, reading A-09).
import { accepted } from '../../harness/match/answer.ts'
import { sentFrom } from '../../harness/match/control-messages.ts'
import { all } from '../../harness/match/judgement.ts'
import { sameMembers } from '../../harness/match/value.ts'
import { evolve } from '../../harness/probe/evolution.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'control-messages/range-complete',
  story: 'Three epochs, each with a proposal and a commit, are read whole, from the front, from the back and one alone',
  world: oneDomain,
  async probe({ alice, bob, register, group }) {
    const [anna, bert] = [await register(alice), await register(bob)]
    const story = await group(anna, bert)
    const epochs = await evolve(story, anna, bert)
    return {
      whole: await story.controlMessages(1n, 4n),
      front: await story.controlMessages(1n, 3n),
      back: await story.controlMessages(2n, 4n),
      middle: await story.controlMessages(2n, 3n),
      epochs,
    }
  },
  judge: ({ whole, front, back, middle, epochs }) =>
    all(
      ...[whole, front, back, middle].map(accepted),
      sameMembers(sentFrom(1n, whole.value?.messages), epochs.flat(), 'whole.messages'),
      sameMembers(sentFrom(1n, front.value?.messages), epochs.slice(0, 2).flat(), 'front.messages'),
      // Of what the front brought only the epoch that made the start may be there.
      sameMembers(sentFrom(2n, back.value?.messages), epochs.slice(1).flat(), 'back.messages'),
      sameMembers(sentFrom(2n, middle.value?.messages), epochs[1] ?? [], 'middle.messages'),
      sameMembers(
        back.value?.messages.filter((message) => sentFrom(1n, [message]).length === 0),
        [],
        'back.messages from before the epoch that made its start',
      ),
    ),
})

// The range begins with the commit that created its first epoch (CT-02, reading A-09).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { sameMembers } from '../../harness/match/value.ts'
import { evolve } from '../../harness/probe/evolution.ts'
import { octets } from '../../harness/probe/finding.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'control-messages/creating-commit-included',
  story: 'Of three epochs with a proposal and a commit each the second one is read alone',
  world: oneDomain,
  async probe({ alice, bob, register, group }) {
    const [anna, bert] = [await register(alice), await register(bob)]
    const story = await group(anna, bert)
    const epochs = await evolve(story, anna, bert)
    return { messages: await story.controlMessages(3n, 3n), second: epochs[1] ?? [] }
  },
  judge: ({ messages, second }) =>
    all(accepted(messages), sameMembers(messages.value?.messages.map(octets), second, 'messages')),
})

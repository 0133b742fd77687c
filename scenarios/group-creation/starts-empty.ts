// A new group has no commits and no proposals (GR-07).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'group-creation/starts-empty',
  story: 'Alice creates a group and reads what is in it',
  world: oneDomain,
  async probe({ alice, register, group }) {
    const story = await group(await register(alice))
    return { proposals: await story.proposals(), controlMessages: await story.controlMessages(0n) }
  },
  judge: ({ proposals, controlMessages }) =>
    all(
      accepted(proposals),
      equal(proposals.value?.messages, [], 'proposals.messages'),
      accepted(controlMessages),
      equal(controlMessages.value?.messages, [], 'controlMessages.messages'),
    ),
})

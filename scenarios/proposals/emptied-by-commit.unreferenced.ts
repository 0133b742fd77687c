// A commit that refers to no proposal ends the time of all of them as well (PR-06).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'proposals/emptied-by-commit',
  story: 'Bob proposes an update; Alice commits without it',
  world: oneDomain,
  async probe({ alice, bob, register, group }) {
    const [anna, bert] = [await register(alice), await register(bob)]
    const story = await group(anna, bert)
    await story.propose(bert, { type: 'update' })
    const before = await story.proposals()
    achieved(await story.upload(await story.session(anna).prepare({ references: [] })), 'A-31')
    return { before, after: await story.proposals() }
  },
  judge: ({ before, after }) =>
    all(
      equal(before.value?.messages.length, 1, 'number of proposals before the commit'),
      accepted(after),
      equal(after.value?.messages, [], 'after.messages'),
    ),
})

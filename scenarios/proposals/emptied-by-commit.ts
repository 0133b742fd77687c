// No proposal outlives its epoch (PR-06).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'proposals/emptied-by-commit',
  story: 'Bob makes two proposals; Alice knows of one of them only, and commits it',
  world: oneDomain,
  async probe({ alice, bob, carol, register, group }) {
    const [anna, bert] = [await register(alice), await register(bob)]
    await register(carol)
    const story = await group(anna, bert)
    await story.propose(bert, { type: 'update' })
    const { message: keyPackage } = await carol.keyPackage()
    achieved(await story.uploadProposal(await story.session(bert).propose({ type: 'add', keyPackage })))
    const before = await story.proposals()
    achieved(await story.upload(await story.session(anna).prepare()), 'A-31')
    return { before, after: await story.proposals() }
  },
  judge: ({ before, after }) =>
    all(
      equal(before.value?.messages.length, 2, 'number of proposals before the commit'),
      accepted(after),
      equal(after.value?.messages, [], 'after.messages'),
    ),
})

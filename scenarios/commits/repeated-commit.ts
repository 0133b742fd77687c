// The winning commit again is no second commit (CM-19, reading A-34).
import { accepted } from '../../harness/match/answer.ts'
import { sentFrom } from '../../harness/match/control-messages.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal, unchanged } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'commits/repeated-commit',
  story: 'Alice sends her commit again, as after a lost answer; then Bob commits',
  world: oneDomain,
  async probe({ alice, bob, register, group }) {
    const [anna, bert] = [await register(alice), await register(bob)]
    const story = await group(anna, bert)
    const prepared = await story.commit(anna)
    const before = await story.controlMessages(0n)
    const repeated = await story.upload(prepared)
    const after = await story.controlMessages(0n)
    const next = await story.upload(await story.session(bert).prepare())
    return { before, repeated, after, next, last: await story.controlMessages(2n) }
  },
  judge: ({ before, after, next, last }) =>
    all(
      accepted(before),
      unchanged(before, after),
      accepted(next),
      equal(sentFrom(2n, last.value?.messages).length, 1, 'messages sent from epoch 2 on'),
    ),
})

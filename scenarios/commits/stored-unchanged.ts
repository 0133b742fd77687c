// A commit is handed out as it came (CM-04).
import { accepted } from '../../harness/match/answer.ts'
import { sentFrom } from '../../harness/match/control-messages.ts'
import { all } from '../../harness/match/judgement.ts'
import { sameMembers } from '../../harness/match/value.ts'
import { octets } from '../../harness/probe/finding.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'commits/stored-unchanged',
  story: 'Alice adds Carol by one commit and updates her leaf by the next',
  world: oneDomain,
  async probe({ alice, bob, carol, register, group }) {
    const anna = await register(alice)
    await register(carol)
    const story = await group(anna, await register(bob))
    const { message: keyPackage } = await carol.keyPackage()
    const adding = await story.commit(anna, { proposals: [{ type: 'add', keyPackage }] })
    const updating = await story.commit(anna)
    const commits = [adding, updating].map(({ upload }) => octets(upload.commitPacket))
    return { messages: await story.controlMessages(1n, 3n), commits }
  },
  judge: ({ messages, commits }) =>
    all(
      accepted(messages),
      sameMembers(sentFrom(1n, messages.value?.messages), commits, 'messages sent from epoch 1 on'),
    ),
})

// A commit refers to proposals that the gateway has (CM-03; RFC 9420 section 12.4.2).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'commits/valid-in-epoch',
  story:
    'Alice commits a proposal that Bob has sent her and not the gateway; then he uploads it, and she commits it again',
  world: oneDomain,
  async probe({ appServer, alice, bob, register, group }) {
    const [anna, bert] = [await register(alice), await register(bob)]
    const story = await group(anna, bert)
    const packet = await story.session(bert).propose({ type: 'update' })
    await story.deliver(packet, bert)
    const prepared = await story.session(anna).prepare()
    const before = await readGroup(appServer, story.groupId)
    const attempt = await story.upload(prepared)
    const after = await readGroup(appServer, story.groupId)
    achieved(await story.uploadProposal(packet))
    const twin = await story.upload(prepared)
    return { before, attempt, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attempt, after }) => all(refused(attempt), allUnchanged(before, after)),
})

// After a commit was refused the group goes on as if nobody had sent it (CM-14; RFC 9750 section 5.3).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'commits/refusal-changes-nothing',
  story: 'Alice commits; then a commit of hers is cut short, and she commits again in the same epoch',
  world: oneDomain,
  async probe({ appServer, alice, bob, register, group }) {
    const [anna, bert] = [await register(alice), await register(bob)]
    const story = await group(anna, bert)
    const first = await story.session(anna).prepare()
    const before = await story.upload(first)
    first.apply()
    await story.deliver(first.upload.commitPacket, anna)
    const { upload } = await story.session(anna).prepare()
    const cut = await story.upload({ ...first, upload: { ...upload, commitPacket: upload.commitPacket.slice(0, -1) } })
    const other = await story.upload(await story.session(bert).prepare())
    const members = await readGroup(appServer, story.groupId)
    return { before, cut, other, members }
  },
  controls: ({ before }) => accepted(before),
  judge: ({ cut, other, members }) => all(refused(cut), accepted(other), each(members, accepted)),
})

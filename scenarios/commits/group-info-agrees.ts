// The GroupInfo that comes with a commit is that of the epoch the commit makes (CM-15).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'commits/group-info-agrees',
  story: "Alice commits with the GroupInfo of the epoch before, of another group, of another commit, of Bob's making",
  world: oneDomain,
  async probe({ appServer, alice, bob, register, group, groupId: fresh }) {
    const [anna, bert] = [await register(alice), await register(bob)]
    const story = await group(anna, bert)
    const session = story.session(anna)
    const { upload } = await session.prepare()
    const stale = await session.export()
    const elsewhere = await (await alice.createGroup(fresh('elsewhere'))).prepare()
    const another = await session.prepare()
    await story.deliver(upload.commitPacket, anna)
    const bobs = await story.session(bert).export()
    const before = await readGroup(appServer, story.groupId)
    const attempts = []
    for (const { groupInfo } of [stale, elsewhere.upload, another.upload, bobs])
      attempts.push(await appServer.uploadCommit({ groupId: story.groupId, ...upload, groupInfo }))
    const after = await readGroup(appServer, story.groupId)
    const twin = await appServer.uploadCommit({ groupId: story.groupId, ...upload })
    return { before, attempts, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attempts, after }) => all(each(attempts, refused), allUnchanged(before, after)),
})

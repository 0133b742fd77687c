// A group id that is in use cannot be taken (GR-06, reading A-05).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'group-creation/group-id-unused',
  story: "Mallory creates a group under the id of Alice's, which goes on",
  world: oneDomain,
  async probe({ appServer, alice, bob, mallory, register, group, groupId }) {
    const story = await group(await register(alice), await register(bob))
    await register(mallory)
    const before = await readGroup(appServer, story.groupId)
    const takeover = await appServer.createGroup(await (await mallory.createGroup(story.groupId)).export())
    const after = await readGroup(appServer, story.groupId)
    const twin = await appServer.createGroup(await (await mallory.createGroup(groupId('of her own'))).export())
    const next = await story.upload(await story.session(story.creator).prepare())
    return { before, takeover, after, twin, next }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, takeover, after, next }) => all(refused(takeover), allUnchanged(before, after), accepted(next)),
})

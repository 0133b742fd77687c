// Creating a group again does not take it back to its beginning (GR-06, reading A-05).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { groupStory } from '../../harness/probe/group.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'group-creation/group-id-unused',
  story: 'Alice sends the request that created her group again, a commit later',
  world: oneDomain,
  async probe({ appServer, alice, register, groupId }) {
    const creator = await register(alice)
    const id = groupId('plans')
    const session = await alice.createGroup(id)
    const creation = await session.export()
    achieved(await appServer.createGroup(creation))
    const story = groupStory(id, creator, session)
    await story.commit(creator)
    const before = await readGroup(appServer, id)
    const again = await appServer.createGroup(creation)
    const after = await readGroup(appServer, id)
    const twin = await appServer.createGroup(await (await alice.createGroup(groupId('another'))).export())
    const next = await story.upload(await session.prepare())
    return { before, again, after, twin, next }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, again, after, next }) => all(refused(again), allUnchanged(before, after), accepted(next)),
})

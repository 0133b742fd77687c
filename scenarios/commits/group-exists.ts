// There is no commit without its group (CM-02).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'commits/group-exists',
  story: 'Alice commits in a group that the gateway does not know, then creates it and commits the same',
  world: oneDomain,
  async probe({ appServer, alice, register, groupId: fresh }) {
    await register(alice)
    const groupId = fresh('plans')
    const session = await alice.createGroup(groupId)
    const { upload } = await session.prepare()
    const before = await readGroup(appServer, groupId)
    const early = await appServer.uploadCommit({ groupId, ...upload })
    const after = await readGroup(appServer, groupId)
    achieved(await appServer.createGroup(await session.export()))
    const twin = await appServer.uploadCommit({ groupId, ...upload })
    return { before, early, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, early, after }) => all(refused(early), allUnchanged(before, after)),
})

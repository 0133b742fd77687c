// There is no proposal without its group (PR-02).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'proposals/group-exists',
  story: 'Alice proposes an update in a group that the gateway does not know, then creates it and proposes the same',
  world: oneDomain,
  async probe({ appServer, alice, register, groupId: fresh }) {
    await register(alice)
    const groupId = fresh('plans')
    const session = await alice.createGroup(groupId)
    const packet = await session.propose({ type: 'update' })
    const before = await readGroup(appServer, groupId)
    const early = await appServer.uploadProposal({ groupId, packet })
    const after = await readGroup(appServer, groupId)
    achieved(await appServer.createGroup(await session.export()))
    const twin = await appServer.uploadProposal({ groupId, packet })
    return { before, early, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, early, after }) => all(refused(early), allUnchanged(before, after)),
})

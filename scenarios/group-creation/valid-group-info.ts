// What is no GroupInfo creates nothing (GR-02).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'group-creation/valid-group-info',
  story: 'A group is created from a GroupInfo that is cut short, goes on too long, or is something else',
  world: oneDomain,
  async probe({ appServer, alice, register, groupId }) {
    await register(alice)
    const id = groupId('plans')
    const session = await alice.createGroup(id)
    const { groupInfo, ratchetTree } = await session.export()
    const { message } = await alice.keyPackage()
    const before = await readGroup(appServer, id)
    const attempts = [
      await appServer.createGroup({ groupInfo: groupInfo.slice(0, -1), ratchetTree }),
      await appServer.createGroup({ groupInfo: Uint8Array.of(...groupInfo, 0), ratchetTree }),
      await appServer.createGroup({ groupInfo: groupInfo.slice(4), ratchetTree }),
      await appServer.createGroup({ groupInfo: message, ratchetTree }),
    ]
    const after = await readGroup(appServer, id)
    const twin = await appServer.createGroup({ groupInfo, ratchetTree })
    return { before, attempts, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attempts, after }) => all(each(attempts, refused), allUnchanged(before, after)),
})

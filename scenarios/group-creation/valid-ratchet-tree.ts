// A group needs the very tree that its GroupInfo was made over (GR-03, reading A-18).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'group-creation/valid-ratchet-tree',
  story: 'A group is created with the tree of another group, with no tree, with one that is cut short',
  world: oneDomain,
  async probe({ appServer, alice, register, groupId }) {
    await register(alice)
    const id = groupId('plans')
    const { groupInfo, ratchetTree } = await (await alice.createGroup(id)).export()
    const other = await (await alice.createGroup(groupId('rumours'))).export()
    const before = await readGroup(appServer, id)
    const attempts = [
      await appServer.createGroup({ groupInfo, ratchetTree: other.ratchetTree }),
      await appServer.createGroup({ groupInfo, ratchetTree: new Uint8Array() }),
      await appServer.createGroup({ groupInfo, ratchetTree: ratchetTree.slice(0, -1) }),
    ]
    const after = await readGroup(appServer, id)
    const twin = await appServer.createGroup({ groupInfo, ratchetTree })
    return { before, attempts, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attempts, after }) => all(each(attempts, refused), allUnchanged(before, after)),
})

// A group begins in epoch 0 (GR-04).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'group-creation/epoch-zero',
  story: 'Alice updates her leaf alone in a group of hers and only then shows it to the gateway, in epoch 1',
  world: oneDomain,
  async probe({ appServer, alice, register, groupId }) {
    await register(alice)
    const id = groupId('plans')
    const session = await alice.createGroup(id)
    const beginning = await session.export()
    const { apply } = await session.prepare()
    apply()
    const before = await readGroup(appServer, id)
    const late = await appServer.createGroup(await session.export())
    const after = await readGroup(appServer, id)
    const twin = await appServer.createGroup(beginning)
    return { before, late, after, twin, epoch: session.describe().epoch.toString() }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, late, after }) => all(refused(late), allUnchanged(before, after)),
})

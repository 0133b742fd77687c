// A mistake in the first attempt does not use up the id of a group (GR-01).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'group-creation/supported',
  story: 'Alice creates a group with a signature that is cut short; then the same group as it should be',
  world: oneDomain,
  async probe({ appServer, alice, register, groupId }) {
    await register(alice)
    const whole = await (await alice.createGroup(groupId('rumours'))).export()
    const other = await appServer.createGroup(whole)
    const session = await alice.createGroup(groupId('plans'))
    const { groupInfo, ratchetTree } = await session.export()
    const refusedFirst = await appServer.createGroup({ groupInfo: groupInfo.slice(0, -1), ratchetTree })
    const created = await appServer.createGroup({ groupInfo, ratchetTree })
    return { other, refusedFirst, created }
  },
  controls: ({ other, refusedFirst }) => all(accepted(other), refused(refusedFirst)),
  judge: ({ created }) => accepted(created),
})

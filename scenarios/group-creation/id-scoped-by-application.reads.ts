// A group cannot be read through another application (GR-10).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { twoApplications } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'group-creation/id-scoped-by-application',
  story:
    "The server of another application asks, in its own application, for the proposals, commits and GroupInfo of Alice's group",
  world: twoApplications,
  async probe({ appServer, otherAppServer, alice, bob, register, group }) {
    const { groupId } = await group(await register(alice), await register(bob))
    const attempts = await readGroup(otherAppServer, groupId)
    const twins = await readGroup(appServer, groupId)
    return { attempts, twins }
  },
  controls: ({ twins }) => each(twins, accepted),
  judge: ({ attempts }) => each(attempts, refused),
})

// Join information covers all groups, not the last one only (JN-02).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { sameMembers } from '../../harness/match/value.ts'
import { octets } from '../../harness/probe/finding.ts'
import { startGroup } from '../../harness/probe/group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'joining/every-invitation',
  story: 'Alice invites Bob to three groups',
  world: oneDomain,
  async probe({ appServer, alice, bob, register, groupId }) {
    const anna = await register(alice)
    await register(bob)
    const welcomes = []
    for (const name of ['plans', 'rumours', 'music']) {
      const story = await startGroup(groupId(name), anna, [])
      const { message: keyPackage } = await bob.keyPackage()
      const { upload } = await story.commit(anna, { proposals: [{ type: 'add', keyPackage }] })
      welcomes.push(octets(upload.welcomePacket ?? new Uint8Array()))
    }
    return { invited: await appServer.welcomeMessages({ clientHandle: bob.handle }), welcomes }
  },
  judge: ({ invited, welcomes }) =>
    all(
      accepted(invited),
      sameMembers(
        invited.value?.joinInfos.map(({ welcome }) => octets(welcome)),
        welcomes,
        'welcomes',
      ),
    ),
})

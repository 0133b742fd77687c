// The tree fits the welcome, however far the group has gone on (JN-05).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { finding, sharedState } from '../../harness/probe/finding.ts'
import { joinByWelcome } from '../../harness/probe/joining.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'joining/tree-of-joining-epoch',
  story: 'Alice adds Bob, then Carol, then updates; only then Bob joins, and follows the commits he missed',
  world: oneDomain,
  async probe({ appServer, alice, bob, carol, register, group }) {
    const anna = await register(alice)
    for (const person of [bob, carol]) await register(person)
    const story = await group(anna)
    const own = await bob.keyPackage()
    await story.commit(anna, { proposals: [{ type: 'add', keyPackage: own.message }] })
    const { message: keyPackage } = await carol.keyPackage()
    const missed = [await story.commit(anna, { proposals: [{ type: 'add', keyPackage }] }), await story.commit(anna)]
    const invited = await appServer.welcomeMessages({ clientHandle: bob.handle })
    const followed = await finding(async () => {
      const session = await joinByWelcome(bob, own, invited)
      for (const { upload } of missed) await session.receive(upload.commitPacket)
      return sharedState(session)
    })
    return { invited, followed, state: sharedState(story.session(anna)) }
  },
  judge: ({ invited, followed, state }) => all(accepted(invited), equal(followed, state, "Bob's state")),
})

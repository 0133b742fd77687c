// Two invitations to one group are two, each with its tree (JN-12, reading A-33).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { finding, sharedState } from '../../harness/probe/finding.ts'
import { joinByWelcome } from '../../harness/probe/joining.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'joining/invited-again',
  story: 'Alice adds Bob, removes him and adds him again; he joins by each of his two welcomes',
  world: oneDomain,
  async probe({ appServer, alice, bob, register, group }) {
    const anna = await register(alice)
    await register(bob)
    const story = await group(anna)
    const states = []
    const packages = [await bob.keyPackage(), await bob.keyPackage()]
    for (const { message: keyPackage } of packages) {
      if (states.length > 0) await story.commit(anna, { proposals: [{ type: 'remove', leafIndex: 1 }] })
      await story.commit(anna, { proposals: [{ type: 'add', keyPackage }] })
      states.push(sharedState(story.session(anna)))
    }
    const invited = await appServer.welcomeMessages({ clientHandle: bob.handle })
    const joined = []
    for (const own of packages)
      joined.push(await finding(async () => sharedState(await joinByWelcome(bob, own, invited))))
    return { invited, joined, states }
  },
  judge: ({ invited, joined, states }) =>
    all(
      accepted(invited),
      equal(invited.value?.joinInfos.length, 2, 'number of joinInfos'),
      equal(joined, states, 'states Bob joined with'),
    ),
})

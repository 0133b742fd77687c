// With the welcome comes the tree that a client needs to join (JN-04, reading A-18).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { finding, sharedState } from '../../harness/probe/finding.ts'
import { joinByWelcome } from '../../harness/probe/joining.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'joining/tree-included',
  story: 'Alice adds Carol and Bob, and Bob joins with nothing but what the gateway gives him',
  world: oneDomain,
  async probe({ appServer, alice, bob, carol, register, group }) {
    const anna = await register(alice)
    for (const person of [bob, carol]) await register(person)
    const story = await group(anna)
    const own = await bob.keyPackage()
    const packages = [await carol.keyPackage(), own]
    const proposals = packages.map(({ message }) => ({ type: 'add' as const, keyPackage: message }))
    await story.commit(anna, { proposals })
    const invited = await appServer.welcomeMessages({ clientHandle: bob.handle })
    const joined = await finding(async () => sharedState(await joinByWelcome(bob, own, invited)))
    return { invited, joined, state: sharedState(story.session(anna)) }
  },
  judge: ({ invited, joined, state }) => all(accepted(invited), equal(joined, state, "Bob's state")),
})

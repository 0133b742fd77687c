// Who is invited before registering keeps the invitation when somebody else is deleted (PX-03).
import { accepted, acceptedWith } from '../../harness/match/answer.ts'
import { all, type Judgement } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import type { Answer } from '../../simulator/answer.ts'

export default defineScenario({
  requirement: 'client-deletion/nothing-remains',
  story:
    'Alice adds Carol and Dave, neither of them registered, to a group; Carol registers, Bob is deleted, then Dave registers',
  world: oneDomain,
  needs: ['groups'],
  async probe({ appServer, alice, bob, carol, dave, register, group }) {
    const [creator, gone] = [await register(alice), await register(bob)]
    const story = await group(creator)
    const packages = [await carol.keyPackage(), await dave.keyPackage()]
    await story.commit(creator, { proposals: packages.map(({ message }) => ({ type: 'add', keyPackage: message })) })
    await register(carol)
    const early = await appServer.welcomeMessages({ clientHandle: carol.handle })
    const deleted = await appServer.deleteClient({ clientId: gone.clientId })
    await register(dave)
    const late = await appServer.welcomeMessages({ clientHandle: dave.handle })
    return { early, deleted, late }
  },
  controls: ({ early }) => invitedOnce(early),
  judge: ({ deleted, late }) => all(accepted(deleted), invitedOnce(late)),
})

function invitedOnce(answer: Answer<'welcomeMessages'>): Judgement {
  return acceptedWith(answer, ({ joinInfos }) =>
    equal(joinInfos.length, 1, `${answer.exchange.id}.joinInfos, how many`),
  )
}

// The join information of a deleted client is gone, that of others is not (PX-03).
import { accepted, acceptedWith, answered } from '../../harness/match/answer.ts'
import { all, type Judgement } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import type { Answer } from '../../simulator/answer.ts'

export default defineScenario({
  requirement: 'client-deletion/nothing-remains',
  story: 'Alice adds Bob and Carol to a group; Bob is deleted, and the welcomes of both are asked for',
  world: oneDomain,
  needs: ['groups'],
  async probe({ appServer, alice, bob, carol, register, group }) {
    const [creator, gone, stays] = [await register(alice), await register(bob), await register(carol)]
    await group(creator, gone, stays)
    const before = await appServer.welcomeMessages({ clientHandle: bob.handle })
    const deleted = await appServer.deleteClient({ clientId: gone.clientId })
    const after = await appServer.welcomeMessages({ clientHandle: bob.handle })
    const others = await appServer.welcomeMessages({ clientHandle: carol.handle })
    return { before, deleted, after, others }
  },
  controls: ({ before }) => invitations(before, 1),
  judge: ({ deleted, after, others }) =>
    all(
      accepted(deleted),
      answered(after),
      equal(after.value?.joinInfos ?? [], [], `${after.exchange.id}.joinInfos`),
      invitations(others, 1),
    ),
})

function invitations(answer: Answer<'welcomeMessages'>, expected: number): Judgement {
  return acceptedWith(answer, ({ joinInfos }) =>
    equal(joinInfos.length, expected, `${answer.exchange.id}.joinInfos, how many`),
  )
}

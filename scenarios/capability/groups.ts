// Who declares groups lets them be created.
import { offered, settled } from '../../harness/match/offer.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'capability/groups',
  story: 'Alice creates a group of her own',
  world: oneDomain,
  async probe({ alice, register, groupId }) {
    const { server } = await register(alice)
    const session = await alice.createGroup(groupId('own'))
    return { use: await server.createGroup(await session.export()) }
  },
  controls: ({ use }) => settled(use),
  judge: ({ use }) => offered(use),
})

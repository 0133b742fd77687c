// Who declares edit-client edits.
import { offered, settled } from '../../harness/match/offer.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'capability/edit-client',
  story: 'Alice gets one tag more',
  world: oneDomain,
  async probe({ appServer, alice, register, label }) {
    const { clientId } = await register(alice)
    return { use: await appServer.editClient({ clientId, tagsToAdd: [label('more')], tagsToRemove: [] }) }
  },
  controls: ({ use }) => settled(use),
  judge: ({ use }) => offered(use),
})

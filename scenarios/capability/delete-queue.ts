// Who declares delete-queue deletes them.
import { offered, settled } from '../../harness/match/offer.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'capability/delete-queue',
  story: "Alice's key queue is deleted",
  world: oneDomain,
  async probe({ appServer, alice, register, keyQueue }) {
    const client = await register(alice)
    const { keyQueueId } = await keyQueue(client)
    return { use: await appServer.deleteKeyQueue({ clientId: client.clientId, keyQueueId }) }
  },
  controls: ({ use }) => settled(use),
  judge: ({ use }) => offered(use),
})

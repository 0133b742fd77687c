// Who declares key-queues lets them be created.
import { offered, settled } from '../../harness/match/offer.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'capability/key-queues',
  story: 'A key queue is created for Alice',
  world: oneDomain,
  async probe({ appServer, alice, register, world, label }) {
    const { clientId } = await register(alice)
    const attributes = { protocolVersion: 1, cipherSuite: world.cipherSuite, appLabel: label('calls') }
    return { use: await appServer.createKeyQueue({ clientId, ...attributes }) }
  },
  controls: ({ use }) => settled(use),
  judge: ({ use }) => offered(use),
})

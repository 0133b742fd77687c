// Whoever comes after a deleted client under its handle starts with nothing (PX-03).
import { accepted, gaveNothing } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'client-deletion/nothing-remains',
  story:
    'Alice has a key package, is deleted and registers again; her new client makes a queue of the same attributes and is asked',
  world: oneDomain,
  needs: ['key-queues'],
  async probe({ appServer, alice, register, keyQueue, label }) {
    const client = await register(alice)
    const queue = await keyQueue(client)
    await queue.fill(1)
    const { protocolVersion, cipherSuite, appLabel } = queue
    const deleted = await appServer.deleteClient({ clientId: client.clientId })
    const { clientId } = await register(alice)
    const attributes = { protocolVersion, cipherSuite, appLabel }
    const asking = { ...attributes, clientId, receiver_client_id: label('receiver') }
    const early = await appServer.retrieveKeyPackage(asking)
    const created = await appServer.createKeyQueue({ clientId, ...attributes })
    return { deleted, early, created, later: await appServer.retrieveKeyPackage(asking) }
  },
  controls: ({ deleted }) => accepted(deleted),
  judge: ({ early, created, later }) => all(gaveNothing(early), accepted(created), gaveNothing(later)),
})

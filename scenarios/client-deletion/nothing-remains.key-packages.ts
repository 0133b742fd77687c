// The key packages of a deleted client are served to nobody, neither reserved ones nor others (PX-03).
import { accepted, each, gaveNothing } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'client-deletion/nothing-remains',
  story: 'Alice has key packages, one of them handed out; she is deleted, and both receivers ask again',
  world: oneDomain,
  needs: ['key-queues'],
  async probe({ appServer, alice, register, keyQueue, label }) {
    const client = await register(alice)
    const queue = await keyQueue(client)
    await queue.fill(2)
    const served = await queue.fetch(label('first receiver'))
    const deleted = await appServer.deleteClient({ clientId: client.clientId })
    const later = [await queue.fetch(label('first receiver')), await queue.fetch(label('second receiver'))]
    return { served, deleted, later }
  },
  controls: ({ served }) => accepted(served),
  judge: ({ deleted, later }) => all(accepted(deleted), each(later, gaveNothing)),
})

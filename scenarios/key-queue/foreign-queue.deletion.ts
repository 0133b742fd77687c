// A queue cannot be deleted by its id below another client (KQ-21).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { gave } from '../../harness/match/key-package.ts'
import { named, only } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue/foreign-queue',
  story: "Alice's queue is to be deleted by its id below Bob's client",
  world: oneDomain,
  needs: ['delete-queue'],
  async probe({ appServer, alice, bob, register, keyQueue, label }) {
    const client = await register(alice)
    const queue = await keyQueue(client)
    const { clientId } = await register(bob)
    const packages = named({ 'the package': only(await queue.fill(1)) })
    const { keyQueueId } = queue
    const attack = await appServer.deleteKeyQueue({ clientId, keyQueueId })
    const served = await queue.fetch(label('receiver'))
    return { packages, attack, served, twin: await appServer.deleteKeyQueue({ clientId: client.clientId, keyQueueId }) }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ packages, attack, served }) => all(refused(attack), gave(served, 'the package', packages)),
})

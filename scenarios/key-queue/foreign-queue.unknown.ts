// Ids that name nothing open nothing and create nothing: an unknown queue, and a queue for an unknown client (KQ-21).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue/foreign-queue',
  story: 'Key packages are sent to a queue that does not exist, and a queue is made for a client that does not exist',
  world: oneDomain,
  async probe({ appServer, alice, register, keyQueue, label, world }) {
    const client = await register(alice)
    const queue = await keyQueue(client)
    const keyPackages = [(await alice.keyPackage()).message]
    const nobody = world.random.branch('nobody').uuid()
    const attributes = { protocolVersion: 1, cipherSuite: world.cipherSuite, appLabel: label('other') }
    const before = await queue.count()
    return {
      before,
      noQueue: await appServer.updateKeyQueue({
        clientId: client.clientId,
        keyQueueId: nobody,
        keyPackages,
        isReset: false,
      }),
      noClient: await appServer.createKeyQueue({ clientId: nobody, ...attributes }),
      after: await queue.count(),
      updateTwin: await queue.update({ keyPackages }),
      createTwin: await appServer.createKeyQueue({ clientId: client.clientId, ...attributes }),
    }
  },
  controls: ({ updateTwin, createTwin }) => all(accepted(updateTwin), accepted(createTwin)),
  judge: ({ before, noQueue, noClient, after }) => all(refused(noQueue), refused(noClient), unchanged(before, after)),
})

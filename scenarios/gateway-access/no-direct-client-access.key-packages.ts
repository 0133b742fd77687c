// Without a credential nobody makes, fills or drains a key queue (AR-05).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import type { ApplicationServer } from '../../simulator/application-server.ts'

export default defineScenario({
  requirement: 'gateway-access/no-direct-client-access',
  story: "Somebody without a credential fills, fetches from and adds to Alice's key queues",
  world: oneDomain,
  credentials: true,
  needs: ['key-queues'],
  async probe({ appServer, alice, register, keyQueue, label }) {
    const client = await register(alice)
    const { clientId } = client
    const queue = await keyQueue(client)
    await queue.fill(1)
    const { keyQueueId, protocolVersion, cipherSuite, appLabel } = queue
    const { message } = await alice.keyPackage()
    const receiver = label('receiver')
    const attempts = async (caller: ApplicationServer) => [
      await caller.retrieveKeyPackage({
        clientId,
        protocolVersion,
        cipherSuite,
        appLabel,
        receiver_client_id: receiver,
      }),
      await caller.updateKeyQueue({ clientId, keyQueueId, keyPackages: [message], isReset: false }),
      await caller.createKeyQueue({ clientId, protocolVersion, cipherSuite, appLabel: label('another') }),
    ]
    const before = await queue.count()
    const uninvited = await attempts(appServer.with({ name: 'stranger', token: undefined }))
    const after = await queue.count()
    const twins = await attempts(appServer)
    return { before, uninvited, after, twins }
  },
  controls: ({ twins }) => each(twins, accepted),
  judge: ({ before, uninvited, after }) => all(each(uninvited, refused), unchanged(before, after)),
})

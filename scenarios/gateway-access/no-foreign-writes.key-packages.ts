// An application server changes nothing in an application that is not its own (AR-06): key queues, by either path.
import { accepted, answered, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { twoApplications } from '../../harness/world-plan.ts'
import type { ApplicationServer } from '../../simulator/application-server.ts'

export default defineScenario({
  requirement: 'gateway-access/no-foreign-writes',
  story: "Another application's server empties Alice's key queue and creates a second one",
  world: twoApplications,
  credentials: true,
  needs: ['key-queues'],
  async probe({ appServer, otherAppServer, alice, register, keyQueue, label }) {
    const client = await register(alice)
    const { clientId } = client
    const queue = await keyQueue(client)
    await queue.fill(2)
    const { keyQueueId, protocolVersion, cipherSuite } = queue
    const writes = async (caller: ApplicationServer) => [
      await caller.updateKeyQueue({ clientId, keyQueueId, keyPackages: [], isReset: true }),
      await caller.createKeyQueue({ clientId, protocolVersion, cipherSuite, appLabel: label('another') }),
    ]
    const before = await queue.count()
    const foreign = await writes(otherAppServer.with({ appId: appServer.appId }))
    const elsewhere = await writes(otherAppServer)
    const after = await queue.count()
    const twins = await writes(appServer)
    return { before, foreign, elsewhere, after, twins }
  },
  controls: ({ twins }) => each(twins, accepted),
  judge: ({ before, foreign, elsewhere, after }) =>
    all(each(foreign, refused), each(elsewhere, answered), unchanged(before, after)),
})

// Another gateway is given key packages, and has no hand in the queues that they come from (AR-04).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'
import type { Answer } from '../../simulator/answer.ts'

export default defineScenario({
  requirement: 'gateway-access/external-read-only',
  story: 'Another gateway makes a key queue for Alice, empties hers, fills it, and deletes it',
  world: withPeer,
  credentials: true,
  needs: ['key-queues'],
  async probe({ appServer, domain, peer, alice, register, keyQueue, label }) {
    const client = await register(alice)
    const { clientId } = client
    const { keyQueueId, ...queue } = await keyQueue(client)
    await queue.fill(2)
    const { protocolVersion, cipherSuite, appLabel } = queue
    const attributes = { protocolVersion, cipherSuite, appLabel }
    const { message } = await alice.keyPackage()
    const update = { clientId, keyQueueId, isReset: false, keyPackages: [message] }
    const before = await queue.count()
    const attempts: Answer[] = [
      await peer.calls.createKeyQueue({ clientId, ...attributes, appLabel: label('other') }),
      await peer.calls.updateKeyQueue(update),
      await peer.calls.updateKeyQueue({ ...update, isReset: true, keyPackages: [] }),
      await peer.calls.deleteKeyQueue({ clientId, keyQueueId }),
    ]
    const after = await queue.count()
    const receiver = { receiver_client_id: label('receiver'), domain: domain.name }
    const twins: Answer[] = [
      await peer.calls.retrieveKeyPackage({ clientId, ...attributes, ...receiver }),
      await appServer.createKeyQueue({ clientId, ...attributes, appLabel: label('other') }),
      await appServer.updateKeyQueue(update),
    ]
    return { before, attempts, after, twins }
  },
  controls: ({ before, twins }) => all(accepted(before), each(twins, accepted)),
  judge: ({ before, attempts, after }) => all(each(attempts, refused), unchanged(before, after)),
})

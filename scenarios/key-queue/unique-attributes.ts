// One client, one queue for each combination of version, suite and label (KQ-04, reading A-07).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue/unique-attributes',
  story: "Alice's application server creates the same key queue twice, then fetches from the first",
  world: oneDomain,
  async probe({ appServer, alice, register, keyQueue, label, world }) {
    const client = await register(alice)
    const attributes = { protocolVersion: 1, cipherSuite: world.cipherSuite, appLabel: label('calls') }
    const queue = await keyQueue(client, attributes)
    const [own] = await queue.fill(1)
    const again = await appServer.createKeyQueue({ clientId: client.clientId, ...attributes })
    const twin = await appServer.createKeyQueue({ clientId: client.clientId, ...attributes, appLabel: label('chat') })
    const served = await queue.fetch(label('receiver'))
    return { again, twin, served, uploaded: Buffer.from(own?.message ?? []).toString('base64') }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ again, served, uploaded }) =>
    all(refused(again), accepted(served), equal(served.value?.keyPackage, uploaded, 'served.keyPackage')),
})

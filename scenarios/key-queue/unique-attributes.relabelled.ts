// The attributes that a queue was given later are as taken as those of its creation (KQ-04).
import { accepted, refused } from '../../harness/match/answer.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue/unique-attributes',
  story: "Alice's queue for calls is relabelled for chat; another queue for chat is to be created, then one for mail",
  world: oneDomain,
  needs: ['relabel-queue'],
  async probe({ appServer, alice, register, keyQueue, label }) {
    const client = await register(alice)
    const queue = await keyQueue(client, { appLabel: label('calls') })
    const { protocolVersion, cipherSuite } = queue
    achieved(await queue.update({ appLabel: label('chat') }))
    const create = (appLabel: string) =>
      appServer.createKeyQueue({ clientId: client.clientId, protocolVersion, cipherSuite, appLabel })
    return { attack: await create(label('chat')), twin: await create(label('mail')) }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ attack }) => refused(attack),
})

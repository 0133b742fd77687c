// A deleted queue serves nothing more, and its attributes are free for a new one, which begins empty (PX-04).
import { accepted, gaveNothing } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { gave } from '../../harness/match/key-package.ts'
import { queueOf } from '../../harness/probe/key-queue.ts'
import { named } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue/deletion-frees',
  story: "Alice's filled queue is deleted, made again with the same attributes, and filled again",
  world: oneDomain,
  async probe({ appServer, alice, register, keyQueue, label }) {
    const client = await register(alice)
    const { clientId } = client
    const queue = await keyQueue(client)
    const { keyQueueId, client: _, protocolVersion, cipherSuite, appLabel } = queue
    await queue.fill(2)
    const receiver = label('receiver')
    const reservedBefore = await queue.fetch(receiver)
    const deleted = await appServer.deleteKeyQueue({ clientId, keyQueueId })
    const gone = [await queue.fetch(receiver), await queue.fetch(label('other'))]
    const again = await appServer.createKeyQueue({ clientId, protocolVersion, cipherSuite, appLabel })
    const empty = await queue.fetch(receiver)
    const fresh = await alice.keyPackage()
    const anew = queueOf(client, again.value?.keyQueueId ?? keyQueueId, queue)
    const filled = await anew.update({ keyPackages: [fresh.message] })
    const packages = named({ 'the new package': fresh })
    return { packages, reservedBefore, deleted, gone, again, empty, filled, served: await anew.fetch(receiver) }
  },
  controls: ({ reservedBefore }) => accepted(reservedBefore),
  judge: ({ packages, deleted, gone, again, empty, filled, served }) =>
    all(
      accepted(deleted),
      ...gone.map(gaveNothing),
      accepted(again),
      gaveNothing(empty),
      accepted(filled),
      gave(served, 'the new package', packages),
    ),
})

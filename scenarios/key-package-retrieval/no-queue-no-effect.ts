// Where there is no such queue, a fetch gives nothing and makes none (KP-05, A-08).
import { accepted, gaveNothing } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { gave } from '../../harness/match/key-package.ts'
import { queueOf } from '../../harness/probe/key-queue.ts'
import { named } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-package-retrieval/no-queue-no-effect',
  story: 'A receiver asks for a key package of Alice before she has any queue; then the queue is made and filled',
  world: oneDomain,
  async probe({ appServer, alice, register, label, world }) {
    const client = await register(alice)
    const { clientId } = client
    const attributes = { protocolVersion: 1, cipherSuite: world.cipherSuite, appLabel: label('calls') }
    const receiver = label('receiver')
    const early = await appServer.retrieveKeyPackage({ clientId, ...attributes, receiver_client_id: receiver })
    const created = await appServer.createKeyQueue({ clientId, ...attributes })
    const queue = queueOf(client, created.value?.keyQueueId ?? '', attributes)
    const own = await alice.keyPackage()
    const filled = await queue.update({ keyPackages: [own.message] })
    return { packages: named({ 'the package': own }), early, created, filled, late: await queue.fetch(receiver) }
  },
  controls: ({ filled }) => accepted(filled),
  judge: ({ packages, early, created, late }) =>
    all(gaveNothing(early), accepted(created), gave(late, 'the package', packages)),
})

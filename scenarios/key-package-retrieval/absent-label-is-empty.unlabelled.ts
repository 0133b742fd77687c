// A fetch without a label finds the queue whose label is empty (KP-04, A-23).
import { gave } from '../../harness/match/key-package.ts'
import { named, only } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-package-retrieval/absent-label-is-empty',
  story: 'Alice has a queue with a label and one with the empty label; a receiver asks without a label',
  world: oneDomain,
  async probe({ appServer, alice, register, keyQueue, label }) {
    const client = await register(alice)
    const labelled = await keyQueue(client)
    const plain = await keyQueue(client, { appLabel: '' })
    const packages = named({
      'the labelled package': only(await labelled.fill(1)),
      'the package without a label': only(await plain.fill(1)),
    })
    const { protocolVersion, cipherSuite } = plain
    const fetched = await appServer.retrieveKeyPackage({
      clientId: client.clientId,
      protocolVersion,
      cipherSuite,
      receiver_client_id: label('receiver'),
    })
    return { packages, fetched }
  },
  judge: ({ packages, fetched }) => gave(fetched, 'the package without a label', packages),
})

// A fetch without a label does not take what is there under some label (KP-04, A-23).
import { gaveNothing } from '../../harness/match/answer.ts'
import { gave } from '../../harness/match/key-package.ts'
import { named, only } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-package-retrieval/absent-label-is-empty',
  story: "Alice's only queue has a label; a receiver asks without one and then with it",
  world: oneDomain,
  async probe({ appServer, alice, register, keyQueue, label }) {
    const queue = await keyQueue(await register(alice))
    const packages = named({ 'the package': only(await queue.fill(1)) })
    const receiver = label('receiver')
    const { protocolVersion, cipherSuite, client } = queue
    const unlabelled = await appServer.retrieveKeyPackage({
      clientId: client.clientId,
      protocolVersion,
      cipherSuite,
      receiver_client_id: receiver,
    })
    return { packages, unlabelled, twin: await queue.fetch(receiver) }
  },
  controls: ({ packages, twin }) => gave(twin, 'the package', packages),
  judge: ({ unlabelled }) => gaveNothing(unlabelled),
})

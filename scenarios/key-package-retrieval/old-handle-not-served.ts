// Once a client has another handle, key packages that say the old one are not served any more (PX-07, A-43).
import { gaveNothing } from '../../harness/match/answer.ts'
import { gave } from '../../harness/match/key-package.ts'
import { named } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved, reached } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-package-retrieval/old-handle-not-served',
  story:
    "Alice's handle changes while her queue holds a key package; a receiver asks before and after one with the new handle is there",
  world: oneDomain,
  async probe({ appServer, alice, register, keyQueue, label }) {
    const client = await register(alice)
    const queue = await keyQueue(client)
    await queue.fill(1)
    const clientHandle = new TextEncoder().encode(`${alice.handleText}.renamed`)
    achieved(await appServer.editClient({ clientId: client.clientId, clientHandle }))
    const receiver = label('receiver')
    const before = await queue.fetch(receiver)
    const renamed = await alice.keyPackage({ identity: clientHandle })
    reached(await queue.update({ keyPackages: [renamed.message] }))
    return {
      packages: named({ 'the package with the new handle': renamed }),
      before,
      after: await queue.fetch(receiver),
    }
  },
  controls: ({ packages, after }) => gave(after, 'the package with the new handle', packages),
  judge: ({ before }) => gaveNothing(before),
})

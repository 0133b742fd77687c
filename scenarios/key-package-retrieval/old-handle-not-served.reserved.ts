// A reservation does not keep a key package alive that says a handle its client no longer has; nor does being final
// (PX-07, A-43).
import { gaveNothing } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { gave } from '../../harness/match/key-package.ts'
import { named, only } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved, reached } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-package-retrieval/old-handle-not-served',
  story:
    "Alice's handle changes after a receiver was handed her key package; it and another receiver ask, with a final key in the queue",
  world: oneDomain,
  needs: ['final-keys'],
  async probe({ appServer, alice, register, keyQueue, label }) {
    const client = await register(alice)
    const queue = await keyQueue(client)
    const own = only(await queue.fill(1))
    const final = await alice.keyPackage({ lastResort: true })
    reached(await queue.update({ finalKey: final.message }))
    const [receiver, other] = [label('receiver'), label('other')]
    const before = [await queue.fetch(receiver), await queue.fetch(other)]
    const clientHandle = new TextEncoder().encode(`${alice.handleText}.renamed`)
    achieved(await appServer.editClient({ clientId: client.clientId, clientHandle }))
    const packages = named({ 'the package': own, 'the final key': final })
    return { packages, before, after: [await queue.fetch(receiver), await queue.fetch(other)] }
  },
  controls: ({ packages, before }) =>
    all(...before.map((answer, index) => gave(answer, ['the package', 'the final key'][index] ?? '', packages))),
  judge: ({ after }) => all(...after.map(gaveNothing)),
})

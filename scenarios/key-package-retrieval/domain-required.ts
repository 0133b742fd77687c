// Whoever fetches in a federating application says of which domain the client is (KP-02): a gateway may ask for it, or
// answer for itself.
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { gave } from '../../harness/match/key-package.ts'
import { notAsked } from '../../harness/match/passed-on.ts'
import { numbered } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'
import { isAccepted } from '../../simulator/answer.ts'

export default defineScenario({
  requirement: 'key-package-retrieval/domain-required',
  story: "Alice's application fetches a package of hers without saying of which domain she is, then says it",
  world: withPeer,
  async probe({ appServer, domain, peer, alice, register, keyQueue, label }) {
    const client = await register(alice)
    const { protocolVersion, cipherSuite, appLabel, ...queue } = await keyQueue(client)
    const packages = numbered(await queue.fill(1))
    const asking = { clientId: client.clientId, protocolVersion, cipherSuite, appLabel }
    const receiver_client_id = label('receiver')
    const bare = await appServer.retrieveKeyPackage({ ...asking, receiver_client_id })
    const twin = await appServer.retrieveKeyPackage({ ...asking, receiver_client_id, domain: domain.name })
    return { bare, twin, packages, asked: await peer.asked('retrieveKeyPackage') }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ bare, packages, asked }) =>
    all(isAccepted(bare) ? gave(bare, 'package 1', packages) : refused(bare), notAsked(asked, 'the peer')),
})

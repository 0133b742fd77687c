// Whoever searches in a federating application says where (ID-16): a gateway may ask for it, or answer for itself.
import { accepted, refused } from '../../harness/match/answer.ts'
import { findsIds } from '../../harness/match/client.ts'
import { all } from '../../harness/match/judgement.ts'
import { notAsked } from '../../harness/match/passed-on.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { withPeer } from '../../harness/world-plan.ts'
import { isAccepted } from '../../simulator/answer.ts'

export default defineScenario({
  requirement: 'client-discovery/domain-required',
  story: "Alice's application looks for her without saying in which domain, then says it",
  world: withPeer,
  async probe({ appServer, domain, peer, alice }) {
    const registered = achieved(await appServer.registerClient({ clientHandle: alice.handle, tags: [alice.tag] }))
    const bare = await appServer.findClients({ tag: alice.tag })
    const twin = await appServer.findClients({ tag: alice.tag, domain: domain.name })
    return { registered, bare, twin, asked: await peer.asked('findClients') }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ registered, bare, asked }) =>
    all(isAccepted(bare) ? findsIds(bare, [registered]) : refused(bare), notAsked(asked, 'the peer')),
})

// What is to be forwarded waits until both gateways mean the same by the application (AR-10; wire profile, section 6).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { hasReceived, notAsked } from '../../harness/match/passed-on.ts'
import { takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withTwoPeers } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'applications/configuration-matches',
  story: 'Alice makes a group; of two peers one has another configuration of the application, which is then mended',
  world: withTwoPeers,
  async probe({ appServer, peer, otherPeer, alice, register, groupId }) {
    takesPackets(peer)
    takesPackets(otherPeer)
    const { configuration } = peer
    const { identity } = configuration
    const parameters = { ...identity.parameters, account_handle_offset: 7 }
    await peer.lists({ ...configuration, identity: { ...identity, parameters } })
    await register(alice)
    const created = await appServer.createGroup(await (await alice.createGroup(groupId('own'))).export())
    const second = await otherPeer.askedFor('createGroup')
    const early = await peer.asked('createGroup')
    await peer.lists(configuration)
    const first = await peer.askedFor('createGroup')
    return { created, second, early, first }
  },
  controls: ({ second, created }) => hasReceived(second, created),
  judge: ({ created, early, first }) =>
    all(accepted(created), notAsked(early, 'the peer'), hasReceived(first, created)),
})

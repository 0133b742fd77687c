// A proposal goes to every gateway that the application federates with, byte for byte (PR-08), where it is ordered here.
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { hasReceived } from '../../harness/match/passed-on.ts'
import { takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withTwoPeers } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'proposals/forwarded',
  story: 'Bob proposes an update in a group that was created at his gateway; two other gateways hear of it',
  world: withTwoPeers,
  async probe({ appServer, peer, otherPeer, alice, bob, register, group }) {
    takesPackets(peer)
    takesPackets(otherPeer)
    const bert = await register(bob)
    const { groupId, session } = await group(await register(alice), bert)
    const uploaded = await appServer.uploadProposal({
      groupId,
      packet: await session(bert).propose({ type: 'update' }),
    })
    return {
      uploaded,
      first: await peer.askedFor('uploadProposal'),
      second: await otherPeer.askedFor('uploadProposal'),
    }
  },
  judge: ({ uploaded, first, second }) =>
    all(accepted(uploaded), hasReceived(first, uploaded), hasReceived(second, uploaded)),
})

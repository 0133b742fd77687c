// What a gateway relays goes to all others, and never back to it (PR-13, reading A-28).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { hasNotReceived, hasReceived } from '../../harness/match/passed-on.ts'
import { clientOf, takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { withTwoPeers } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'proposals/not-forwarded-onwards',
  story: "Carol's gateway relays her proposal to the one that orders the group; then Alice proposes, too",
  world: withTwoPeers,
  async probe({ appServer, peer, otherPeer, alice, carol, register, group }) {
    takesPackets(peer)
    takesPackets(otherPeer)
    const [anna, cleo] = [await register(alice), clientOf(peer, carol)]
    const { groupId, session } = await group(anna, cleo)
    const propose = async (member: typeof anna) => {
      const packet = await session(member).propose({ type: 'update' })
      return achieved(await member.server.uploadProposal({ groupId, packet }))
    }
    const relayed = await propose(cleo)
    const second = await otherPeer.askedFor('uploadProposal')
    // What is sent to a peer of one group goes in order: once this is there, nothing that is older is still to come.
    const later = await propose(anna)
    const first = await peer.askedFor('uploadProposal')
    return { relayed, later, first, second, groupAt: await appServer.listProposals({ groupId }) }
  },
  controls: ({ groupAt, first, later }) => all(accepted(groupAt), hasReceived(first, later)),
  judge: ({ relayed, first, second }) => all(hasNotReceived(first, relayed), hasReceived(second, relayed)),
})

// Packets go to all gateways that the application federates with (FD-01), where the group is ordered here.
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { hasReceived } from '../../harness/match/passed-on.ts'
import { takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withTwoPeers } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'federation/forward-set',
  story: 'Bob proposes an update, and Alice commits it; two other gateways hear of both',
  world: withTwoPeers,
  async probe({ appServer, peer, otherPeer, alice, bob, register, group }) {
    takesPackets(peer)
    takesPackets(otherPeer)
    const [anna, bert] = [await register(alice), await register(bob)]
    const story = await group(anna, bert)
    const { groupId } = story
    const packet = await story.session(bert).propose({ type: 'update' })
    const proposed = await appServer.uploadProposal({ groupId, packet })
    await story.session(anna).receive(packet)
    const committed = await story.upload(await story.session(anna).prepare())
    const seen = async (one: typeof peer) => {
      await one.askedFor('uploadCommit', 2)
      return one.asked()
    }
    return { proposed, committed, first: await seen(peer), second: await seen(otherPeer) }
  },
  judge: ({ proposed, committed, first, second }) =>
    all(
      accepted(proposed),
      accepted(committed),
      ...[first, second].flatMap((asked) => [
        hasReceived(asked, proposed),
        hasReceived(asked, committed, ['commitPacket']),
      ]),
    ),
})

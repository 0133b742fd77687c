// Packets go to all gateways that the application federates with (FD-01), where the group is ordered here.
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { hasReceived } from '../../harness/match/passed-on.ts'
import { clientOf, takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withTwoPeers } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'federation/forward-set',
  story:
    'Carol of one domain is the only guest in a group of Alice; the gateway of another domain gets its packets too',
  world: withTwoPeers,
  async probe({ appServer, peer, otherPeer, alice, bob, carol, register, group }) {
    takesPackets(peer)
    takesPackets(otherPeer)
    const [anna, cleo] = [await register(alice), clientOf(peer, carol)]
    const story = await group(anna, cleo)
    const { groupId } = story
    await register(bob)
    const { message: keyPackage } = await bob.keyPackage()
    const packet = await story.session(anna).propose({ type: 'add', keyPackage })
    const proposed = await appServer.uploadProposal({ groupId, packet })
    const committed = await story.upload(await story.session(anna).prepare({ references: [] }))
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

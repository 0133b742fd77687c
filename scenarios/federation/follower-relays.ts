// A gateway that does not order a group puts what its application uploads to the one that does (PX-08, reading A-27).
import { accepted } from '../../harness/match/answer.ts'
import { sentFrom } from '../../harness/match/control-messages.ts'
import { all } from '../../harness/match/judgement.ts'
import { hasReceived } from '../../harness/match/passed-on.ts'
import { equal } from '../../harness/match/value.ts'
import { octets } from '../../harness/probe/finding.ts'
import { startGroup } from '../../harness/probe/group.ts'
import { clientOf, takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'federation/follower-relays',
  story: 'Bob proposes and commits in a group that the gateway of Carol orders; it takes both',
  world: withPeer,
  async probe({ appServer, peer, bob, carol, register, groupId }) {
    takesPackets(peer)
    const [cleo, bert] = [clientOf(peer, carol), await register(bob)]
    const story = await startGroup(groupId('played'), cleo, [bert])
    const id = story.groupId
    const packet = await story.session(bert).propose({ type: 'update' })
    const proposed = await appServer.uploadProposal({ groupId: id, packet })
    const listed = await appServer.listProposals({ groupId: id })
    const committed = await story.upload(await story.session(bert).prepare({ references: [] }), {}, bert)
    const log = await appServer.controlMessages({ groupId: id, startEpochId: 1n })
    return { proposed, listed, committed, log, packet: octets(packet), asked: await peer.asked() }
  },
  judge: ({ proposed, listed, committed, log, packet, asked }) =>
    all(
      accepted(proposed),
      hasReceived(asked, proposed),
      equal(listed.value?.messages.map(octets), [packet], 'proposals that are listed'),
      accepted(committed),
      hasReceived(asked, committed),
      equal(sentFrom(1n, log.value?.messages).length, 1, 'commits that the group went on with'),
    ),
})

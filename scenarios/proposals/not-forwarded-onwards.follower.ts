// A gateway that does not order a group passes on nothing that the ordering one has sent it (PR-13, reading A-28).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { hasReceived, notAsked } from '../../harness/match/passed-on.ts'
import { startGroup } from '../../harness/probe/group.ts'
import { clientOf, takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { withTwoPeers } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'proposals/not-forwarded-onwards',
  story: 'The gateway of Carol orders a group with Bob and forwards what she proposes; it is for nobody else',
  world: withTwoPeers,
  async probe({ appServer, peer, otherPeer, alice, bob, carol, register, groupId }) {
    takesPackets(peer)
    takesPackets(otherPeer)
    const [cleo, bert] = [clientOf(peer, carol), await register(bob)]
    const story = await startGroup(groupId('played'), cleo, [bert])
    const packet = await story.session(cleo).propose({ type: 'update' })
    achieved(await cleo.server.uploadProposal({ groupId: story.groupId, packet }))
    const followed = await appServer.listProposals({ groupId: story.groupId })
    // A group of the gateway's own is forwarded later than anything that is under way already.
    await register(alice)
    const created = achieved(await appServer.createGroup(await (await alice.createGroup(groupId('own'))).export()))
    const second = await otherPeer.askedFor('createGroup')
    const onwards = await otherPeer.asked()
    const others = onwards.filter(({ exchange }) => !second.some((one) => one.exchange.id === exchange.id))
    return { followed, created, second, others, back: await peer.asked('uploadProposal') }
  },
  controls: ({ followed, created, second }) => all(accepted(followed), hasReceived(second, created)),
  judge: ({ others, back }) => all(notAsked(others, 'the third gateway'), notAsked(back, 'the ordering gateway')),
})

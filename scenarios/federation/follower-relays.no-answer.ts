// An ordering gateway that says nothing leaves the outcome open; the same request may be put again (PX-08).
import { accepted, status } from '../../harness/match/answer.ts'
import { sentFrom } from '../../harness/match/control-messages.ts'
import { all } from '../../harness/match/judgement.ts'
import { hasReceived } from '../../harness/match/passed-on.ts'
import { equal } from '../../harness/match/value.ts'
import { startGroup } from '../../harness/probe/group.ts'
import { clientOf, takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'
import { silence } from '../../simulator/misbehaviour.ts'

export default defineScenario({
  requirement: 'federation/follower-relays',
  story: 'Bob commits and the gateway that orders the group is silent; he commits the same again and it has it already',
  world: withPeer,
  waits: true,
  async probe({ appServer, peer, bob, carol, register, groupId }) {
    takesPackets(peer)
    const [cleo, bert] = [clientOf(peer, carol), await register(bob)]
    const story = await startGroup(groupId('played'), cleo, [bert])
    const prepared = await story.session(bert).prepare()
    peer.on('uploadCommit', silence)
    const unanswered = await story.upload(prepared, {}, bert)
    peer.on('uploadCommit', () => new Response(null, { status: 200 }))
    const again = await story.upload(prepared, {}, bert)
    const log = await appServer.controlMessages({ groupId: story.groupId, startEpochId: 1n })
    return { unanswered, again, log, asked: await peer.asked('uploadCommit') }
  },
  judge: ({ unanswered, again, log, asked }) =>
    all(
      // A status of the gateway's own: the demand is that 504 tells the outcome is unknown.
      unanswered.status === undefined ? accepted(unanswered) : status(unanswered, 504),
      hasReceived(asked, unanswered),
      accepted(again),
      equal(sentFrom(1n, log.value?.messages).length, 1, 'commits that the group went on with'),
    ),
})

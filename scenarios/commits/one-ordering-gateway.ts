// The gateway at which a group was created decides which commit of an epoch counts, wherever it comes from (CM-23).
import { accepted, each } from '../../harness/match/answer.ts'
import { sentFrom } from '../../harness/match/control-messages.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { clientOf, takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withTwoPeers } from '../../harness/world-plan.ts'
import { isAccepted } from '../../simulator/answer.ts'

export default defineScenario({
  requirement: 'commits/one-ordering-gateway',
  story: 'Alice and, through her own gateway, Carol commit in one epoch at the same moment',
  world: withTwoPeers,
  async probe({ appServer, peer, otherPeer, alice, carol, register, group }) {
    takesPackets(peer)
    takesPackets(otherPeer)
    const [anna, cleo] = [await register(alice), clientOf(peer, carol)]
    const { groupId, session } = await group(anna, cleo)
    const [own, relayed] = [await session(anna).prepare(), await session(cleo).prepare()]
    const known = (await otherPeer.askedFor('uploadCommit')).length
    const racing = await Promise.all([
      appServer.uploadCommit({ groupId, ...own.upload }),
      peer.calls.uploadCommit({ groupId, ...relayed.upload }),
    ])
    const log = await appServer.controlMessages({ groupId, startEpochId: 1n })
    const forwarded = (await otherPeer.askedFor('uploadCommit', known + 1)).slice(known)
    return { racing, log, forwarded: forwarded.length }
  },
  controls: ({ log }) => accepted(log),
  judge: ({ racing, log, forwarded }) =>
    all(
      each(racing, (answer) => (isAccepted(answer) ? accepted(answer) : equal(answer.status, 409, 'the other commit'))),
      equal(racing.filter(isAccepted).length, 1, 'commits that won'),
      equal(sentFrom(1n, log.value?.messages).length, 1, 'commits that the group went on with'),
      equal(forwarded, 1, 'commits that a third gateway heard of'),
    ),
})

// A gateway that follows a group takes its packets from the ordering gateway alone (FD-06, reading A-27).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { startGroup } from '../../harness/probe/group.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { clientOf, takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withTwoPeers } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'federation/forwarded-packet-checked',
  story: 'A third gateway brings what Carol proposes and commits in a group that her own gateway orders',
  world: withTwoPeers,
  async probe({ appServer, peer, otherPeer, bob, carol, register, groupId }) {
    takesPackets(peer)
    takesPackets(otherPeer)
    const [cleo, bert] = [clientOf(peer, carol), await register(bob)]
    const story = await startGroup(groupId('played'), cleo, [bert])
    const id = story.groupId
    const session = story.session(cleo)
    const prepared = await session.prepare()
    const packet = await session.propose({ type: 'update' })
    const bring = async (gateway: typeof peer) => [
      await gateway.calls.uploadProposal({ groupId: id, packet }),
      await gateway.calls.uploadCommit({ groupId: id, ...prepared.upload }),
    ]
    const before = await readGroup(appServer, id)
    const attempts = await bring(otherPeer)
    const after = await readGroup(appServer, id)
    return { before, attempts, after, twins: await bring(peer) }
  },
  controls: ({ twins }) => each(twins, accepted),
  judge: ({ before, attempts, after }) => all(each(attempts, refused), allUnchanged(before, after)),
})

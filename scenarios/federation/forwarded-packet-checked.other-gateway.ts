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
  story:
    "Dave's gateway brings what he proposes and commits in a group that the gateway of Carol orders; then hers does",
  world: withTwoPeers,
  async probe({ appServer, peer, otherPeer, bob, carol, dave, register, groupId }) {
    takesPackets(peer)
    takesPackets(otherPeer)
    const [cleo, bert, david] = [clientOf(peer, carol), await register(bob), clientOf(otherPeer, dave)]
    const story = await startGroup(groupId('played'), cleo, [bert])
    await story.add(cleo, [david], [await dave.keyPackage({ domain: otherPeer.domain })])
    const id = story.groupId
    const session = story.session(david)
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

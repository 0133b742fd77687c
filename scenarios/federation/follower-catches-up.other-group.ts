// A packet is no reason to follow another group than its own (PX-09).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { takesPackets } from '../../harness/probe/peer-group.ts'
import { playGroup, showsGroup } from '../../harness/probe/played-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'federation/follower-catches-up',
  story:
    "Carol's gateway brings a proposal of one of two groups of which it never told in the place of the other's, then in its own place while it shows the other group, then showing the right one",
  world: withPeer,
  async probe({ appServer, peer, bob, carol, register, groupId }) {
    takesPackets(peer)
    await register(bob)
    const group = await playGroup(await carol.createGroup(groupId('played')))
    const other = await playGroup(await carol.createGroup(groupId('other')))
    const packet = await group.propose({ type: 'add', keyPackage: (await bob.keyPackage()).message })
    const readBoth = async () => [
      ...(await readGroup(appServer, group.groupId)),
      ...(await readGroup(appServer, other.groupId)),
    ]
    const before = await readBoth()
    showsGroup(peer, other)
    const attempts = [
      await peer.calls.uploadProposal({ groupId: other.groupId, packet }),
      await peer.calls.uploadProposal({ groupId: group.groupId, packet }),
    ]
    const after = await readBoth()
    showsGroup(peer, group)
    return { before, attempts, after, twin: await peer.calls.uploadProposal({ groupId: group.groupId, packet }) }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attempts, after }) => all(...attempts.map(refused), allUnchanged(before, after)),
})

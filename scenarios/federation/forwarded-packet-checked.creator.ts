// A group that comes from another gateway was created by a client of that gateway's domain (FD-06).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withTwoPeers } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'federation/forwarded-packet-checked',
  story: 'Another gateway brings groups that were created by Alice, and by Carol of a third domain',
  world: withTwoPeers,
  editions: ['2023-03-17'],
  async probe({ appServer, peer, otherPeer, alice, carol, register, groupId }) {
    await register(alice)
    const [mine, hers] = [await alice.createGroup(groupId('mine')), await carol.createGroup(groupId('hers'))]
    const attempts = [
      await otherPeer.calls.createGroup(await mine.export()),
      await otherPeer.calls.createGroup(await hers.export()),
    ]
    const absent = [
      await appServer.listProposals({ groupId: mine.groupId }),
      await appServer.listProposals({ groupId: hers.groupId }),
    ]
    const twin = await peer.calls.createGroup(await hers.export())
    const there = await appServer.listProposals({ groupId: hers.groupId })
    return { attempts, absent, twin, there }
  },
  controls: ({ twin, there }) => all(accepted(twin), accepted(there)),
  judge: ({ attempts, absent }) => all(each(attempts, refused), each(absent, refused)),
})

// Other gateways hear of a group when it is created (PX-05, reading A-40).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { hasNotReceived, hasReceived } from '../../harness/match/passed-on.ts'
import { unchanged } from '../../harness/match/value.ts'
import { takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withTwoPeers } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'federation/group-creation-forwarded',
  story: 'Alice creates a group, and tries to create it a second time with another key; two other gateways listen',
  world: withTwoPeers,
  async probe({ appServer, peer, otherPeer, alice, register, groupId }) {
    takesPackets(peer)
    takesPackets(otherPeer)
    await register(alice)
    const id = groupId('twice')
    const create = async (name: Uint8Array) => appServer.createGroup(await (await alice.createGroup(name)).export())
    const created = await create(id)
    const before = await appServer.groupInfo({ groupId: id })
    const again = await create(id)
    const after = await appServer.groupInfo({ groupId: id })
    const later = await create(groupId('later'))
    const first = await peer.askedFor('createGroup', 2)
    const second = await otherPeer.askedFor('createGroup', 2)
    return { created, before, again, after, later, first, second }
  },
  controls: ({ created, later }) => all(accepted(created), accepted(later)),
  judge: ({ created, before, again, after, first, second }) =>
    all(
      refused(again),
      unchanged(before, after),
      ...[first, second].flatMap((asked) => [hasReceived(asked, created), hasNotReceived(asked, again)]),
    ),
})

// A gateway asks for the invitations of its clients with each group that it begins to follow, and has each of them once (PX-09).
import { accepted, acceptedWith, each } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { sameMembers } from '../../harness/match/value.ts'
import { octets } from '../../harness/probe/finding.ts'
import { takesPackets } from '../../harness/probe/peer-group.ts'
import { type PlayedGroup, playGroup, showsGroup } from '../../harness/probe/played-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'federation/follower-catches-up',
  story:
    "Bob is in two groups of Carol's of which her gateway never told; it brings a commit of each, and gives both invitations to whoever asks",
  world: withPeer,
  async probe({ appServer, peer, bob, carol, register, groupId }) {
    takesPackets(peer)
    await register(bob)
    const groups: PlayedGroup[] = []
    const joinInfos: { welcome: Uint8Array; ratchetTree: Uint8Array }[] = []
    for (const name of ['one', 'two']) {
      const group = await playGroup(await carol.createGroup(groupId(name)))
      const { upload, ratchetTree } = await group.add(await bob.keyPackage())
      groups.push(group)
      joinInfos.push({ welcome: upload.welcomePacket ?? new Uint8Array(), ratchetTree })
    }
    const brought = []
    for (const group of groups) {
      showsGroup(peer, group)
      peer.on('welcomeMessages', () => ({ joinInfos }))
      const { upload } = await group.commit({ withPath: true })
      brought.push(await peer.calls.uploadCommit({ groupId: group.groupId, ...upload }))
    }
    const welcomes = joinInfos.map(({ welcome }) => octets(welcome))
    return { brought, welcomes, invited: await appServer.welcomeMessages({ clientHandle: bob.handle }) }
  },
  judge: ({ brought, welcomes, invited }) =>
    all(
      each(brought, accepted),
      acceptedWith(invited, ({ joinInfos }) =>
        sameMembers(
          joinInfos.map(({ welcome }) => octets(welcome)),
          welcomes,
          `${invited.exchange.id}.joinInfos, their welcomes`,
        ),
      ),
    ),
})

// Where the ordering gateway fails while it is asked, nothing is begun by halves: what it could not tell is there in the end (PX-09).
import { accepted, acceptedWith } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { invitedAt } from '../../harness/probe/across.ts'
import { octets } from '../../harness/probe/finding.ts'
import { takesPackets } from '../../harness/probe/peer-group.ts'
import { playGroup, showsGroup } from '../../harness/probe/played-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'
import { serverError } from '../../simulator/misbehaviour.ts'

export default defineScenario({
  requirement: 'federation/follower-catches-up',
  story:
    "Carol's gateway brings a commit of a group of which it never told and in which Bob is, fails when it is asked for his invitation, and brings the commit again",
  world: withPeer,
  async probe({ appServer, peer, bob, carol, register, groupId, eventually }) {
    takesPackets(peer)
    await register(bob)
    const group = await playGroup(await carol.createGroup(groupId('played')))
    const adding = await group.add(await bob.keyPackage())
    const { upload } = await group.commit({ withPath: true })
    const bring = () => peer.calls.uploadCommit({ groupId: group.groupId, ...upload })
    showsGroup(peer, group, adding)
    peer.on('welcomeMessages', () => serverError(500))
    const first = await bring()
    showsGroup(peer, group, adding)
    const again = await bring()
    const invited = await invitedAt({ eventually }, appServer, bob)
    return { first, again, invited, welcome: octets(adding.upload.welcomePacket ?? new Uint8Array()) }
  },
  judge: ({ again, invited, welcome }) =>
    all(
      accepted(again),
      acceptedWith(invited, ({ joinInfos }) =>
        equal(
          joinInfos.map((one) => octets(one.welcome)),
          [welcome],
          `${invited.exchange.id}.joinInfos, their welcomes`,
        ),
      ),
    ),
})

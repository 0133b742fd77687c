// The ordering gateway shows where a group is and nothing of what went before: that is enough to go on from.
import { accepted, acceptedWith, each } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { octets } from '../../harness/probe/finding.ts'
import { takesPackets } from '../../harness/probe/peer-group.ts'
import { playGroup, showsGroup } from '../../harness/probe/played-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'
import { refusal } from '../../simulator/misbehaviour.ts'

export default defineScenario({
  requirement: 'federation/follower-catches-up',
  story:
    "Carol's gateway brings an old commit of a group of which it never told, and shows its GroupInfo alone; then Carol commits twice",
  world: withPeer,
  async probe({ appServer, peer, carol, dave, groupId }) {
    takesPackets(peer)
    const group = await playGroup(await carol.createGroup(groupId('played')))
    const id = group.groupId
    const old = await group.add(await dave.keyPackage())
    const last = await group.commit({ withPath: true })
    showsGroup(peer, group)
    for (const operation of ['controlMessages', 'listProposals', 'welcomeMessages'] as const)
      peer.on(operation, () => refusal('not-found'))
    const past = []
    for (const { upload } of [old, last]) past.push(await peer.calls.uploadCommit({ groupId: id, ...upload }))
    const later = [await group.commit({ withPath: true }), await group.commit({ withPath: true })]
    const goesOn = []
    for (const { upload } of later) goesOn.push(await peer.calls.uploadCommit({ groupId: id, ...upload }))
    // What created the first epoch of a range may be there or not (reading A-09).
    const log = await appServer.controlMessages({ groupId: id, startEpochId: 2n, endEpochId: 3n })
    return { past, goesOn, log, commits: later.map(({ upload }) => octets(upload.commitPacket)) }
  },
  judge: ({ past, goesOn, log, commits }) =>
    all(
      each(past, accepted),
      each(goesOn, accepted),
      acceptedWith(log, ({ messages }) =>
        equal(
          messages.map(octets).filter((one) => commits.includes(one)),
          commits.slice(0, 1),
          `${log.exchange.id}.messages, those of epochs 3 and 4`,
        ),
      ),
    ),
})

// A commit refers to a proposal that never arrived here: the gateway fetches what it missed, and knows what it has when that comes again.
import { accepted, acceptedWith, each } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { octets } from '../../harness/probe/finding.ts'
import { takesPackets } from '../../harness/probe/peer-group.ts'
import { messagesFrom, playGroup, showsGroup } from '../../harness/probe/played-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { withPeer } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'federation/follower-catches-up',
  story:
    "Of two proposals in Carol's group one reaches the other gateway, then the commit of both; then the first comes once more",
  world: withPeer,
  async probe({ appServer, peer, alice, bob, carol, register, groupId }) {
    takesPackets(peer)
    await register(bob)
    const group = await playGroup(await carol.createGroup(groupId('played')))
    const id = group.groupId
    const created = achieved(await peer.calls.createGroup(group.creation), 'A-40')
    const add = async (person: typeof bob) =>
      group.propose({ type: 'add', keyPackage: (await person.keyPackage()).message })
    const packet = await add(alice)
    const known = await peer.calls.uploadProposal({ groupId: id, packet })
    await add(bob)
    const { upload } = await group.commit()
    showsGroup(peer, group)
    const commit = await peer.calls.uploadCommit({ groupId: id, ...upload })
    const again = [
      await peer.calls.uploadProposal({ groupId: id, packet }),
      await peer.calls.uploadCommit({ groupId: id, ...upload }),
    ]
    const log = await appServer.controlMessages({ groupId: id, startEpochId: 0n })
    const next = await group.commit()
    const goesOn = await peer.calls.uploadCommit({ groupId: id, ...next.upload })
    return {
      created,
      known,
      commit,
      again,
      log,
      commits: messagesFrom(group.accepted().entries.slice(0, 1), 1n).map(octets),
      goesOn,
    }
  },
  controls: ({ created, known, goesOn }) => all(accepted(created), accepted(known), accepted(goesOn)),
  judge: ({ commit, again, log, commits }) =>
    all(
      accepted(commit),
      each(again, accepted),
      acceptedWith(log, ({ messages }) =>
        equal(messages.map(octets).toSorted(), commits.toSorted(), `${log.exchange.id}.messages`),
      ),
    ),
})

// A gateway speaks for the clients of its own domain and for no others (FD-06).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { clientOf, takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withTwoPeers } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'federation/forwarded-packet-checked',
  story:
    'A third gateway relays what Carol proposes and commits in a group of Alice, and her own relays what Alice does',
  world: withTwoPeers,
  editions: ['2023-03-17'],
  async probe({ appServer, peer, otherPeer, alice, carol, register, group }) {
    takesPackets(peer)
    takesPackets(otherPeer)
    const [anna, cleo] = [await register(alice), clientOf(peer, carol)]
    const { groupId, session } = await group(anna, cleo)
    const commits = { anna: await session(anna).prepare(), cleo: await session(cleo).prepare() }
    const proposals = {
      anna: await session(anna).propose({ type: 'update' }),
      cleo: await session(cleo).propose({ type: 'update' }),
    }
    const relay = async ({ calls }: typeof peer, who: 'anna' | 'cleo') => [
      await calls.uploadProposal({ groupId, packet: proposals[who] }),
      await calls.uploadCommit({ groupId, ...commits[who].upload }),
    ]
    const before = await readGroup(appServer, groupId)
    const attempts = [...(await relay(otherPeer, 'cleo')), ...(await relay(peer, 'anna'))]
    const after = await readGroup(appServer, groupId)
    return { before, attempts, after, twins: await relay(peer, 'cleo') }
  },
  controls: ({ twins }) => each(twins, accepted),
  judge: ({ before, attempts, after }) => all(each(attempts, refused), allUnchanged(before, after)),
})

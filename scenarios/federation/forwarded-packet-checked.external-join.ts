// Who joins from outside is brought by the gateway of its own domain (FD-06).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { joinByGroupInfo } from '../../harness/probe/joining.ts'
import { takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withTwoPeers } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'federation/forwarded-packet-checked',
  story: 'A third gateway brings the external commit by which Carol joins a group of Alice; then her own gateway does',
  world: withTwoPeers,
  needs: ['external-commits'],
  editions: ['2023-03-17'],
  async probe({ appServer, peer, otherPeer, alice, carol, register, group }) {
    takesPackets(peer)
    takesPackets(otherPeer)
    const { groupId } = await group(await register(alice))
    const { prepared } = await joinByGroupInfo(carol, await peer.calls.groupInfo({ groupId }))
    const { commitPacket, groupInfo } = prepared.upload
    const bring = ({ calls }: typeof peer) => calls.uploadCommit({ groupId, commitPacket, groupInfo })
    const before = await readGroup(appServer, groupId)
    const attempt = await bring(otherPeer)
    const after = await readGroup(appServer, groupId)
    return { before, attempt, after, twin: await bring(peer) }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attempt, after }) => all(refused(attempt), allUnchanged(before, after)),
})

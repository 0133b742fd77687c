// Who asks to be let into a group does so through the gateway of the own domain (FD-06).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withTwoPeers } from '../../harness/world-plan.ts'
import { forgeFromOutside } from '../../mls/forge.ts'

export default defineScenario({
  requirement: 'federation/forwarded-packet-checked',
  story: 'A third gateway brings the proposal by which Carol asks to be let into a group of Alice; then her own does',
  world: withTwoPeers,
  editions: ['2023-03-17'],
  async probe({ appServer, peer, otherPeer, alice, carol, register, group }) {
    takesPackets(peer)
    takesPackets(otherPeer)
    const story = await group(await register(alice))
    const session = story.session(story.creator)
    const own = await carol.keyPackage()
    const add = { type: 'add' as const, keyPackage: own.message }
    const asking = { key: own.signatureKey, sender: 'new-member-proposal' } as const
    const packet = await forgeFromOutside(session.member, add, asking)
    const bring = ({ calls }: typeof peer) => calls.uploadProposal({ groupId: story.groupId, packet })
    const before = await readGroup(appServer, story.groupId)
    const attempt = await bring(otherPeer)
    const after = await readGroup(appServer, story.groupId)
    return { before, attempt, after, twin: await bring(peer) }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attempt, after }) => all(refused(attempt), allUnchanged(before, after)),
})

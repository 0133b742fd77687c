// A gateway that follows a group checks what its own application uploads before it asks the ordering one (PR-14).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { hasReceived, notAsked } from '../../harness/match/passed-on.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { startGroup } from '../../harness/probe/group.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { clientOf, takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'
import { forgeProposal } from '../../mls/forge.ts'

export default defineScenario({
  requirement: 'proposals/invalid-not-forwarded',
  story: 'Bob uploads a badly signed proposal for a group that the gateway of Carol orders',
  world: withPeer,
  async probe({ appServer, peer, bob, carol, register, groupId }) {
    takesPackets(peer)
    const [cleo, bert] = [clientOf(peer, carol), await register(bob)]
    const story = await startGroup(groupId('played'), cleo, [bert])
    const upload = (packet: Uint8Array) => appServer.uploadProposal({ groupId: story.groupId, packet })
    const session = story.session(bert)
    const before = await readGroup(appServer, story.groupId)
    const attempt = await upload(await forgeProposal(session.member, { type: 'update' }, { kind: 'bad-signature' }))
    const sent = await peer.asked('uploadProposal')
    const after = await readGroup(appServer, story.groupId)
    const twin = await upload(await session.propose({ type: 'update' }))
    return { before, attempt, sent, after, twin, asked: await peer.asked('uploadProposal') }
  },
  controls: ({ twin, asked }) => all(accepted(twin), hasReceived(asked, twin)),
  judge: ({ before, attempt, sent, after }) =>
    all(refused(attempt), allUnchanged(before, after), notAsked(sent, 'the ordering gateway')),
})

// What the ordering gateway forwards is judged again here (FD-06).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { startGroup } from '../../harness/probe/group.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { clientOf, takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'
import { forgeCommit, forgeProposal } from '../../mls/forge.ts'
import type { Answer } from '../../simulator/answer.ts'

export default defineScenario({
  requirement: 'federation/forwarded-packet-checked',
  story: 'The gateway of Carol forwards a proposal that she has not signed, and commits with a flaw; then good ones',
  world: withPeer,
  async probe({ appServer, peer, bob, carol, register, groupId }) {
    takesPackets(peer)
    const [cleo, bert] = [clientOf(peer, carol), await register(bob)]
    const story = await startGroup(groupId('played'), cleo, [bert])
    const id = story.groupId
    const session = story.session(cleo)
    const forged = await forgeProposal(session.member, { type: 'update' }, { kind: 'bad-signature' })
    const spoofed = await forgeProposal(
      session.member,
      { type: 'remove', leafIndex: 0 },
      { kind: 'sender', leafIndex: story.session(bert).describe().leafIndex },
    )
    const before = await readGroup(appServer, id)
    const attempts: Answer[] = [
      await peer.calls.uploadProposal({ groupId: id, packet: forged }),
      await peer.calls.uploadProposal({ groupId: id, packet: spoofed }),
    ]
    for (const flaw of [{ kind: 'bad-signature' }, { kind: 'path-leaf-signature' }] as const) {
      const { commitPacket } = await forgeCommit(session.member, {}, flaw)
      attempts.push(await peer.calls.uploadCommit({ groupId: id, commitPacket }))
    }
    const after = await readGroup(appServer, id)
    const prepared = await session.prepare()
    const packet = await session.propose({ type: 'update' })
    const twins = [await peer.calls.uploadProposal({ groupId: id, packet }), await story.upload(prepared)]
    return { before, attempts, after, twins }
  },
  controls: ({ twins }) => each(twins, accepted),
  judge: ({ before, attempts, after }) => all(each(attempts, refused), allUnchanged(before, after)),
})

// What is refused here is nobody else's concern (PR-14, reading A-28).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { hasNotReceived, hasReceived } from '../../harness/match/passed-on.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'
import { forgeProposal } from '../../mls/forge.ts'

export default defineScenario({
  requirement: 'proposals/invalid-not-forwarded',
  story: 'Bob uploads proposals that are badly signed, of a later epoch, or an update of a leaf that he has already',
  world: withPeer,
  async probe({ appServer, peer, alice, bob, register, group }) {
    takesPackets(peer)
    const bert = await register(bob)
    const { groupId, session } = await group(await register(alice), bert)
    const upload = (packet: Uint8Array) => appServer.uploadProposal({ groupId, packet })
    const { member } = session(bert)
    const before = await readGroup(appServer, groupId)
    const attempts = []
    for (const flaw of [{ kind: 'bad-signature' }, { kind: 'epoch', epoch: 7n }, { kind: 'update-same-key' }] as const)
      attempts.push(await upload(await forgeProposal(member, { type: 'update' }, flaw)))
    const after = await readGroup(appServer, groupId)
    const twin = await upload(await session(bert).propose({ type: 'update' }))
    const asked = await peer.askedFor('uploadProposal')
    return { before, attempts, after, twin, asked }
  },
  controls: ({ twin, asked }) => all(accepted(twin), hasReceived(asked, twin)),
  judge: ({ before, attempts, after, asked }) =>
    all(
      each(attempts, refused),
      allUnchanged(before, after),
      each(attempts, (attempt) => hasNotReceived(asked, attempt)),
    ),
})

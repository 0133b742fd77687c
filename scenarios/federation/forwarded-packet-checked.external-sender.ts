// For an external sender any gateway may speak that has a member in the group, and no other (FD-06, A-27).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { groupStory } from '../../harness/probe/group.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { withTwoPeers } from '../../harness/world-plan.ts'
import { forgeFromOutside } from '../../mls/forge.ts'

export default defineScenario({
  requirement: 'federation/forwarded-packet-checked',
  story:
    "A gateway without a member in Alice's group brings the warden's proposal to remove her; then Carol's does, who is a member, and one to add Bob",
  world: withTwoPeers,
  needs: ['external-senders'],
  editions: ['2023-03-17'],
  async probe({ world, domain, appServer, peer, otherPeer, alice, bob, carol, mallory, register, groupId: named }) {
    takesPackets(peer)
    takesPackets(otherPeer)
    const anna = await register(alice)
    const { signatureKey: key } = await mallory.keyPackage()
    const { cipherSuite } = mallory
    const subject = { handle: mallory.handle, signatureKey: key.publicKey, cipherSuite }
    const certificates = (await world.federation?.certify?.(domain.name, subject)) ?? []
    const warden = { signatureKey: key.publicKey, certificates }
    const session = await alice.createGroup(named('warded'), [{ type: 'external-senders', senders: [warden] }])
    achieved(await appServer.createGroup(await session.export()))
    const { groupId } = session
    const story = groupStory(groupId, anna, session)
    const { message: keyPackage } = await carol.keyPackage()
    await story.commit(anna, { proposals: [{ type: 'add', keyPackage }] }, 'A-39')
    const propose = (value: Parameters<typeof forgeFromOutside>[1]) =>
      forgeFromOutside(session.member, value, { key, sender: { external: 0 } })
    const addBob = async () => propose({ type: 'add', keyPackage: (await bob.keyPackage()).message })
    const packet = await propose({ type: 'remove', leafIndex: session.describe().leafIndex })
    const before = await readGroup(appServer, groupId)
    const attempt = await otherPeer.calls.uploadProposal({ groupId, packet })
    const after = await readGroup(appServer, groupId)
    const brought = [
      await peer.calls.uploadProposal({ groupId, packet }),
      await peer.calls.uploadProposal({ groupId, packet: await addBob() }),
    ]
    return {
      before,
      attempt,
      after,
      brought,
      twin: await appServer.uploadProposal({ groupId, packet: await addBob() }),
    }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attempt, after, brought }) =>
    all(refused(attempt), allUnchanged(before, after), each(brought, accepted)),
})

// In a tree that another gateway shows, every parent is vouched for from below, from the left or from the right (RT-04; RFC 9420 section 7.9.2).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { playGroup, showsGroup } from '../../harness/probe/played-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { withPeer } from '../../harness/world-plan.ts'
import { forgeGroup } from '../../mls/forge.ts'

export default defineScenario({
  requirement: 'mls/parent-hashes',
  story:
    "Carol's gateway brings packets of groups of which it never told: of a small one, of one whose right half made the root before Alice came to the left, and of such a one whose root has another key",
  world: withPeer,
  async probe({ appServer, peer, alice, bob, carol, dave, mallory, groupId }) {
    const small = async () => {
      const group = await playGroup(await carol.createGroup(groupId('small')))
      await group.add(await bob.keyPackage())
      await group.commit({ withPath: true })
      return group
    }
    /** Alice is unmerged in the root, for which Dave alone in the right half vouches, and in the parent of the left half. */
    const large = async (name: string) => {
      const group = await playGroup(await carol.createGroup(groupId(name)))
      for (const person of [alice, bob, mallory]) await group.add(await person.keyPackage())
      const own = await dave.keyPackage()
      const { upload, ratchetTree } = await group.add(own)
      const right = await dave.join(own, { welcome: upload.welcomePacket ?? new Uint8Array(), ratchetTree })
      const removed = await group.commit({ proposals: [1, 3].map((leafIndex) => ({ type: 'remove', leafIndex })) })
      await right.receive(removed.upload.commitPacket)
      const path = await group.commit({ withPath: true }, right)
      await group.session.receive(path.upload.commitPacket)
      await group.add(await alice.keyPackage())
      return group
    }
    const bring = async ({ groupId: id, session }: Awaited<ReturnType<typeof small>>) =>
      peer.calls.uploadProposal({ groupId: id, packet: await session.propose({ type: 'update' }) })

    const plain = await small()
    showsGroup(peer, plain)
    const twin = achieved(await bring(plain), 'A-40')
    const good = await large('good')
    showsGroup(peer, good)
    const deep = await bring(good)
    const flawed = await large('flawed')
    const forged = await forgeGroup(flawed.session.member, { kind: 'root-key' })
    showsGroup(peer, flawed)
    peer.on('groupInfo', () => ({ groupInfos: [forged] }))
    const attempt = await bring(flawed)
    return { twin, deep, attempt, absent: await appServer.listProposals({ groupId: flawed.groupId }) }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ deep, attempt, absent }) => all(accepted(deep), refused(attempt), refused(absent)),
})

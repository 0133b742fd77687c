// Whoever is in a group was let in once: that a certificate has expired since is not held against the group, that nobody vouches for it is.
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { certifiedPackage, deviceKey } from '../../harness/probe/certified-package.ts'
import { playGroup, showsGroup } from '../../harness/probe/played-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'
import type { OwnKeyPackage } from '../../mls/key-package.ts'
import { createAuthority } from '../../mls/x509/authority.ts'
import { seconds } from '../../simulator/clock.ts'

export default defineScenario({
  requirement: 'federation/follower-catches-up',
  editions: ['2023-03-17'],
  story:
    "Carol's gateway brings packets of groups of which it never told: the certificates of Dave are valid, are by nobody whom the application trusts, and have expired",
  world: withPeer,
  async probe(stage) {
    const { appServer, peer, carol, dave, world, groupId } = stage
    const bring = async (name: string, own: OwnKeyPackage) => {
      const group = await playGroup(await carol.createGroup(groupId(name)))
      await group.add(own)
      showsGroup(peer, group)
      const packet = await group.session.propose({ type: 'update' })
      return { id: group.groupId, answer: await peer.calls.uploadProposal({ groupId: group.groupId, packet }) }
    }
    const keys = world.random.branch('stranger')
    const now = seconds(world.clock)
    const stranger = await createAuthority({ subject: peer.domain, random: (length) => keys.bytes(length), now })
    const leaf = await stranger.issue({ subject: dave.handleText, publicKey: await deviceKey(dave) })
    const certificates = [leaf, stranger.certificate]
    const valid = await bring('valid', await dave.keyPackage())
    const untrusted = await bring('untrusted', await certifiedPackage(stage, dave, { certificates }))
    const absent = await appServer.listProposals({ groupId: untrusted.id })
    const expired = await bring('expired', await dave.keyPackage({ certifiedFor: -60n }))
    return { valid: valid.answer, untrusted: untrusted.answer, absent, expired: expired.answer }
  },
  controls: ({ valid }) => accepted(valid),
  judge: ({ untrusted, absent, expired }) => all(refused(untrusted), refused(absent), accepted(expired)),
})

// The members of a tree that another gateway shows are judged beside one another as well (RT-03; RFC 9420 sections 7.3 and 12.4.3.1).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { playGroup, showsGroup } from '../../harness/probe/played-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { withPeer } from '../../harness/world-plan.ts'
import type { OwnKeyPackage } from '../../mls/key-package.ts'

export default defineScenario({
  requirement: 'mls/leaves-of-the-tree',
  story:
    "Carol's gateway brings packets of groups of which it never told: in one Carol is there twice, in one two members have one signature key, in the last neither",
  world: withPeer,
  async probe({ appServer, peer, alice, bob, carol, dave, groupId }) {
    const bring = async (name: string, ...members: OwnKeyPackage[]) => {
      const group = await playGroup(await carol.createGroup(groupId(name)))
      for (const own of members) await group.add(own)
      showsGroup(peer, group)
      const packet = await group.session.propose({ type: 'update' })
      const answer = await peer.calls.uploadProposal({ groupId: group.groupId, packet })
      return { answer, listed: await appServer.listProposals({ groupId: group.groupId }) }
    }
    const flawed = [
      await bring('carol-twice', await dave.keyPackage({ identity: carol.handle })),
      await bring('one-key', await alice.keyPackage(), await alice.keyPackage({ identity: bob.handle })),
    ]
    const good = await bring('good', await alice.keyPackage(), await dave.keyPackage())
    return {
      attempts: flawed.map(({ answer }) => answer),
      absent: flawed.map(({ listed }) => listed),
      twin: achieved(good.answer, 'A-40'),
    }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ attempts, absent }) => all(each(attempts, refused), each(absent, refused)),
})

// In a tree that another gateway shows no leaf stands where a parent has its place (RT-02; RFC 9420 section 12.4.3.3).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { type PlayedGroup, playGroup, showsGroup } from '../../harness/probe/played-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { withPeer } from '../../harness/world-plan.ts'
import { forgeGroup } from '../../mls/forge.ts'

export default defineScenario({
  requirement: 'mls/nodes-in-their-places',
  story:
    "Carol's gateway brings packets of groups of which it never told: in the tree of the first a leaf stands between the leaves, in that of the second nothing does",
  world: withPeer,
  async probe({ appServer, peer, carol, dave, groupId }) {
    const make = async (name: string) => {
      const group = await playGroup(await carol.createGroup(groupId(name)))
      await group.add(await dave.keyPackage())
      showsGroup(peer, group)
      return group
    }
    const bring = async (group: PlayedGroup) => {
      const packet = await group.session.propose({ type: 'update' })
      const answer = await peer.calls.uploadProposal({ groupId: group.groupId, packet })
      return { answer, listed: await appServer.listProposals({ groupId: group.groupId }) }
    }
    const misplaced = await make('misplaced')
    const forged = await forgeGroup(misplaced.session.member, { kind: 'leaf-in-between' })
    peer.on('groupInfo', () => ({ groupInfos: [forged] }))
    const flawed = await bring(misplaced)
    const good = await bring(await make('good'))
    achieved(good.answer, 'A-40')
    return { attempt: flawed.answer, absent: flawed.listed, twin: good.answer, there: good.listed }
  },
  controls: ({ twin, there }) => all(accepted(twin), accepted(there)),
  judge: ({ attempt, absent }) => all(refused(attempt), refused(absent)),
})

// A tree that another gateway shows lists unmerged leaves as a tree may (RT-05; RFC 9420 sections 7.8, 7.9 and 12.4.3.1).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { growUnmerged, playGroup, showsGroup } from '../../harness/probe/played-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { withPeer } from '../../harness/world-plan.ts'
import { forgeGroup } from '../../mls/forge.ts'
import type { Answer } from '../../simulator/answer.ts'

/** Of four leaves the second and the third, one in each half, are unmerged in the root: in order, once, both, and no other. */
const flawed = [[2, 1], [1, 1, 2], [1], [2], [1, 2, 5], [1, 2, 3], [0, 1, 2]]

export default defineScenario({
  requirement: 'mls/unmerged-leaves',
  story:
    "Carol's gateway brings a packet of a group of which it never told, and shows trees with one flaw in the unmerged leaves of the root, then a good one of another group",
  world: withPeer,
  async probe({ appServer, peer, alice, bob, carol, dave, groupId }) {
    const make = async (name: string) => {
      const group = await playGroup(await carol.createGroup(groupId(name)))
      const later = [await alice.keyPackage(), await bob.keyPackage()] as const
      await growUnmerged(group, { first: [alice, bob, dave], later })
      return { ...group, packet: await group.session.propose({ type: 'update' }) }
    }
    const bring = ({ groupId: id, packet }: Awaited<ReturnType<typeof make>>) =>
      peer.calls.uploadProposal({ groupId: id, packet })
    const [group, good] = [await make('flawed'), await make('good')]
    const attempts: Answer[] = []
    const absent: Answer[] = []
    showsGroup(peer, group)
    for (const leaves of flawed) {
      const forged = await forgeGroup(group.session.member, { kind: 'unmerged', leaves })
      peer.on('groupInfo', () => ({ groupInfos: [forged] }))
      attempts.push(await bring(group))
      absent.push(await appServer.listProposals({ groupId: group.groupId }))
    }
    showsGroup(peer, good)
    const twin = achieved(await bring(good), 'A-40')
    return { attempts, absent, twin, there: await appServer.listProposals({ groupId: good.groupId }) }
  },
  controls: ({ twin, there }) => all(accepted(twin), accepted(there)),
  judge: ({ attempts, absent }) => all(each(attempts, refused), each(absent, refused)),
})

// A group that comes from another gateway takes nobody's place (FD-06).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'federation/forwarded-packet-checked',
  story: 'Another gateway brings a group of Carol under the id of a group of Alice, then one under an id of its own',
  world: withPeer,
  async probe({ appServer, peer, alice, carol, register, group, groupId }) {
    takesPackets(peer)
    const anna = await register(alice)
    const story = await group(anna)
    const bring = async (id: Uint8Array) => peer.calls.createGroup(await (await carol.createGroup(id)).export())
    const before = await readGroup(appServer, story.groupId)
    const attempt = await bring(story.groupId)
    const after = await readGroup(appServer, story.groupId)
    const goesOn = await story.upload(await story.session(anna).prepare())
    return { before, attempt, after, twins: [goesOn, await bring(groupId('hers'))] }
  },
  controls: ({ twins }) => each(twins, accepted),
  judge: ({ before, attempt, after }) => all(refused(attempt), allUnchanged(before, after)),
})

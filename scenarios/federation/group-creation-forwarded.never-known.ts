// A gateway that does not know a group although it has just been told of it is not told for ever; other groups go on (PX-05).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { hasReceived } from '../../harness/match/passed-on.ts'
import { holds } from '../../harness/match/value.ts'
import { takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'
import { refusal } from '../../simulator/misbehaviour.ts'

/** More than anybody tells who waits a little longer each time. */
const most = 20

export default defineScenario({
  requirement: 'federation/group-creation-forwarded',
  story:
    'Another gateway takes the creation of a group of Alice and says of each commit that it does not know the group',
  world: withPeer,
  async probe({ appServer, peer, alice, register, group, groupId, eventually }) {
    takesPackets(peer)
    let told = 0
    peer.on('createGroup', () => {
      told++
      // Whoever does not stop is stopped here, so that the story has an end.
      return told > most ? refusal('group-exists') : undefined
    })
    peer.on('uploadCommit', () => (told > most ? undefined : refusal('unknown-group')))
    const anna = await register(alice)
    const story = await group(anna)
    const commit = await story.upload(await story.session(anna).prepare())
    await peer.askedFor('uploadCommit', 2)
    const later = await appServer.createGroup(await (await alice.createGroup(groupId('later'))).export())
    const asked = await eventually(
      () => peer.asked('createGroup'),
      (seen) => hasReceived(seen, later).findings.length === 0,
    )
    return { commit, later, asked, told: asked.length }
  },
  judge: ({ commit, later, asked, told }) =>
    all(
      accepted(commit),
      accepted(later),
      hasReceived(asked, later),
      holds(told <= most, {
        expected: `at most ${most} requests of createGroup`,
        actual: String(told),
        at: 'what the peer was asked',
      }),
    ),
})

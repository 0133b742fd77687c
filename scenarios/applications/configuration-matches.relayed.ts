// No packet is relayed to a gateway that means another application by the id, whose own packets were taken while its list
// could not be read (AR-10, reading A-29).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { hasReceived, notAsked } from '../../harness/match/passed-on.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { groupStory } from '../../harness/probe/group.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { clientOf, takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { withPeerAlone } from '../../harness/world-plan.ts'
import { serverError } from '../../simulator/misbehaviour.ts'

export default defineScenario({
  requirement: 'applications/configuration-matches',
  story:
    "Bob joins a group while the list of Carol's gateway fails; it then shows another configuration; then it is mended",
  world: withPeerAlone,
  async probe({ appServer, peer, bob, carol, register, groupId }) {
    const { configuration } = peer
    const { identity } = configuration
    const parameters = { ...identity.parameters, account_handle_offset: 7 }
    takesPackets(peer)
    await peer.listsItself()
    peer.on('listApplications', () => serverError(503))
    const [cleo, bert] = [clientOf(peer, carol), await register(bob)]
    const session = await carol.createGroup(groupId('played'))
    achieved(await peer.calls.createGroup(await session.export()))
    const story = groupStory(session.groupId, cleo, session)
    await story.add(cleo, [bert])
    const prepared = await story.session(bert).prepare()
    const before = await readGroup(appServer, story.groupId)
    peer.on('listApplications', () => [{ ...configuration, identity: { ...identity, parameters } }])
    const attempt = await story.upload(prepared, {}, bert)
    const early = await peer.asked('uploadCommit')
    const after = await readGroup(appServer, story.groupId)
    peer.on('listApplications', () => [configuration])
    const twin = await story.upload(prepared, {}, bert)
    return { before, attempt, early, after, twin, asked: await peer.asked('uploadCommit') }
  },
  controls: ({ twin, asked }) => all(accepted(twin), hasReceived(asked, twin)),
  judge: ({ before, attempt, early, after }) =>
    all(refused(attempt), notAsked(early, 'the peer'), allUnchanged(before, after)),
})

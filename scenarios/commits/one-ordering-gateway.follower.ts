// A gateway at which a group was not created takes the word of the one that orders it (CM-23, reading A-27).
import { accepted, refused } from '../../harness/match/answer.ts'
import { sentFrom } from '../../harness/match/control-messages.ts'
import { all } from '../../harness/match/judgement.ts'
import { hasReceived } from '../../harness/match/passed-on.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { equal } from '../../harness/match/value.ts'
import { octets } from '../../harness/probe/finding.ts'
import { startGroup } from '../../harness/probe/group.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { clientOf, takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'
import { refusal } from '../../simulator/misbehaviour.ts'

export default defineScenario({
  requirement: 'commits/one-ordering-gateway',
  story: 'Bob commits in a group that the gateway of Carol orders, where her commit has won already',
  world: withPeer,
  async probe({ appServer, peer, bob, carol, register, groupId }) {
    takesPackets(peer)
    const [cleo, bert] = [clientOf(peer, carol), await register(bob)]
    const story = await startGroup(groupId('played'), cleo, [bert])
    const [winning, losing] = [await story.session(cleo).prepare(), await story.session(bert).prepare()]
    const before = await readGroup(appServer, story.groupId)
    peer.on('uploadCommit', () => refusal('wrong-epoch'))
    const lost = await story.upload(losing, {}, bert)
    const after = await readGroup(appServer, story.groupId)
    const won = await story.upload(winning)
    winning.apply()
    await story.deliver(winning.upload.commitPacket, cleo)
    const log = await appServer.controlMessages({ groupId: story.groupId, startEpochId: 1n })
    takesPackets(peer)
    const twin = await story.upload(await story.session(bert).prepare(), {}, bert)
    const asked = await peer.asked('uploadCommit')
    return { before, lost, after, won, log, twin, asked, commit: octets(winning.upload.commitPacket) }
  },
  controls: ({ twin, asked }) => all(accepted(twin), hasReceived(asked, twin)),
  judge: ({ before, lost, after, won, log, asked, commit }) =>
    all(
      refused(lost),
      allUnchanged(before, after),
      hasReceived(asked, lost),
      accepted(won),
      equal(sentFrom(1n, log.value?.messages), [commit], 'what the group went on with'),
    ),
})

// Who commits too late at a gateway that does not order the group learns what the ordering gateway says of its epoch (CM-20).
import { status } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { startGroup } from '../../harness/probe/group.ts'
import { clientOf, takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'
import { anyJson } from '../../simulator/misbehaviour.ts'

export default defineScenario({
  requirement: 'commits/current-epoch-told',
  story: 'Bob commits in a group that the gateway of Carol orders, which has taken it three epochs further already',
  world: withPeer,
  async probe({ peer, bob, carol, register, groupId }) {
    takesPackets(peer)
    const [cleo, bert] = [clientOf(peer, carol), await register(bob)]
    const story = await startGroup(groupId('played'), cleo, [bert])
    const problem = { type: 'urn:mimi:problem:wrong-epoch', title: 'Too late', status: 409, currentEpoch: 4 }
    peer.on('uploadCommit', () => anyJson(problem, 409))
    return { late: await story.upload(await story.session(bert).prepare(), {}, bert) }
  },
  judge: ({ late }) =>
    all(
      status(late, 409),
      equal((late.json as { currentEpoch?: unknown } | undefined)?.currentEpoch, 4, 'late.currentEpoch'),
    ),
})

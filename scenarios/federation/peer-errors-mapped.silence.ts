// A gateway that never answers is not waited for without end (FD-07).
import { accepted, answered, status } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'
import { silence } from '../../simulator/misbehaviour.ts'

export default defineScenario({
  requirement: 'federation/peer-errors-mapped',
  story: 'The gateway of another domain takes a search and never answers it',
  world: withPeer,
  waits: true,
  async probe({ appServer, peer, carol }) {
    const find = () => appServer.findClients({ tag: carol.tag, domain: peer.domain })
    peer.on('findClients', silence)
    const waiting = await find()
    peer.on('findClients', () => ({ identities: [] }))
    return { waiting, twin: await find() }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ waiting }) => all(answered(waiting), status(waiting, 502, 504)),
})

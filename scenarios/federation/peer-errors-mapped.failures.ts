// A gateway that fails, or will not have this one, is told as such, without what it says of itself (FD-07).
import { accepted, each, status } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { holds } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'
import { breaksOff, innerDetails, refusal, serverError } from '../../simulator/misbehaviour.ts'

export default defineScenario({
  requirement: 'federation/peer-errors-mapped',
  story: 'The gateway of another domain fails, is overloaded, breaks off, or does not know who is asking',
  world: withPeer,
  async probe({ appServer, peer, carol }) {
    const answers = []
    for (const reply of [
      () => serverError(500),
      () => serverError(503),
      () => serverError(504),
      breaksOff,
      () => refusal('unauthenticated'),
      () => refusal('forbidden'),
    ]) {
      peer.on('findClients', reply)
      answers.push(await appServer.findClients({ tag: carol.tag, domain: peer.domain }))
    }
    peer.on('findClients', () => ({ identities: [] }))
    return { answers, twin: await appServer.findClients({ tag: carol.tag, domain: peer.domain }) }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ answers }) =>
    all(
      each(answers, (answer) => status(answer, 502, 504)),
      each(answers, ({ exchange }) =>
        holds(!new TextDecoder().decode(exchange.response?.body).includes(innerDetails), {
          expected: 'nothing of what the other gateway says of itself',
          actual: innerDetails,
          at: `${exchange.id}.body`,
        }),
      ),
    ),
})

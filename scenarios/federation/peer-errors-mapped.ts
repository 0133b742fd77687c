// What another gateway does not find is not found, whatever it says of that (FD-07).
import { each, status } from '../../harness/match/answer.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'
import { anyJson, refusal } from '../../simulator/misbehaviour.ts'

export default defineScenario({
  requirement: 'federation/peer-errors-mapped',
  story: "Alice's application asks for key packages that the gateway of another domain says it does not have",
  world: withPeer,
  needs: ['key-queues'],
  async probe({ appServer, peer, carol, label, world }) {
    const fetch = () =>
      appServer.retrieveKeyPackage({
        clientId: world.random.branch('client').uuid(),
        protocolVersion: 1,
        cipherSuite: carol.cipherSuite,
        receiver_client_id: label('receiver'),
        domain: peer.domain,
      })
    const answers = []
    for (const reply of [
      () => refusal('not-found'),
      () => refusal('no-matching-queue'),
      () => refusal('key-packages-exhausted'),
      () => refusal('unknown-domain'),
      () => anyJson({ type: 'urn:mimi:problem:wrong-epoch', status: 404 }, 404),
      () => anyJson({ type: 'https://peer.example/gone' }, 404),
      () => anyJson([], 404),
      () => new Response(null, { status: 404 }),
    ]) {
      peer.on('retrieveKeyPackage', reply)
      answers.push(await fetch())
    }
    return { answers }
  },
  judge: ({ answers }) => each(answers, (answer) => status(answer, 404)),
})

// An answer to a fetch that carries no key package, or cannot be read, is no success (FD-07).
import { accepted, each, status } from '../../harness/match/answer.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'
import { anyJson, garbage, serverError } from '../../simulator/misbehaviour.ts'

export default defineScenario({
  requirement: 'federation/peer-errors-mapped',
  story: 'The gateway of another domain answers a fetch with half a body, without a key package, or with an error',
  world: withPeer,
  needs: ['key-queues'],
  async probe({ appServer, peer, carol, label, world }) {
    const { message: keyPackage } = await carol.keyPackage()
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
      () => garbage(),
      () => anyJson({}),
      () => anyJson({ keyPackage: null, isFinalKey: false }),
      () => anyJson({ keyPackage: '!', isFinalKey: false }),
      () => anyJson({ identities: [] }),
      () => serverError(500),
    ]) {
      peer.on('retrieveKeyPackage', reply)
      answers.push(await fetch())
    }
    peer.on('retrieveKeyPackage', () => ({ keyPackage, isFinalKey: false }))
    return { answers, twin: await fetch() }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ answers }) => each(answers, (answer) => status(answer, 502)),
})

// Where there is no such queue, a fetch gives nothing and makes none (KP-05, A-08).
import { accepted, gaveNothing } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-package-retrieval/no-queue-no-effect',
  story:
    'A receiver asks for a key package of Alice before she has any queue; then the queue is made, and it asks again',
  world: oneDomain,
  async probe({ appServer, alice, register, label, world }) {
    const { clientId } = await register(alice)
    const attributes = { clientId, protocolVersion: 1, cipherSuite: world.cipherSuite, appLabel: label('calls') }
    const wanted = { ...attributes, receiver_client_id: label('receiver') }
    return {
      early: await appServer.retrieveKeyPackage(wanted),
      created: await appServer.createKeyQueue(attributes),
      late: await appServer.retrieveKeyPackage(wanted),
      twin: await appServer.createKeyQueue({ ...attributes, appLabel: label('chat') }),
    }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ early, created, late }) => all(gaveNothing(early), accepted(created), gaveNothing(late)),
})

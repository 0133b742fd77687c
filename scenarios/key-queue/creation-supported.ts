// A client can be given a key queue (KQ-01).
import { accepted } from '../../harness/match/answer.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue/creation-supported',
  story: "Alice's application server creates a key queue for her client",
  world: oneDomain,
  async probe({ appServer, alice, register, label, world }) {
    const { clientId } = await register(alice)
    const attributes = { protocolVersion: 1, cipherSuite: world.cipherSuite, appLabel: label('calls') }
    return { created: await appServer.createKeyQueue({ clientId, ...attributes }) }
  },
  judge: ({ created }) => accepted(created),
})

// A queue cannot be made for a version or suite that is no number from 0 to 65535 (KP-24).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { setMembers } from '../../harness/probe/raw-request.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-package-retrieval/code-points-in-range',
  story: 'Queues are to be made for Alice with numbers out of range, fractions, text and none at all',
  world: oneDomain,
  async probe({ appServer, alice, register, label, world }) {
    const { clientId } = await register(alice)
    const right = { clientId, protocolVersion: 1, cipherSuite: world.cipherSuite, appLabel: label('calls') }
    const attacks = []
    for (const wrong of [
      { cipherSuite: 65536 + world.cipherSuite },
      { cipherSuite: -1 },
      { cipherSuite: 1.5 },
      { cipherSuite: String(world.cipherSuite) },
      { cipherSuite: null },
      { protocolVersion: 65537 },
      { protocolVersion: undefined },
    ]) {
      attacks.push(await appServer.createKeyQueue(right, setMembers(wrong)))
    }
    return { attacks, twin: await appServer.createKeyQueue(right) }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ attacks }) => each(attacks, refused),
})

// Where there is no such queue, a fetch gives nothing and makes none (KP-05, A-08).
import { accepted, gaveNothing } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { gave } from '../../harness/match/key-package.ts'
import { named, only } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-package-retrieval/no-queue-no-effect',
  story:
    'A receiver asks for a key package of Alice before she has any queue; then the queue is made, it asks again, and asks another, filled one',
  world: oneDomain,
  async probe({ appServer, alice, register, keyQueue, label, world }) {
    const client = await register(alice)
    const { clientId } = client
    const attributes = { clientId, protocolVersion: 1, cipherSuite: world.cipherSuite, appLabel: label('calls') }
    const wanted = { ...attributes, receiver_client_id: label('receiver') }
    const evidence = {
      early: await appServer.retrieveKeyPackage(wanted),
      created: await appServer.createKeyQueue(attributes),
      late: await appServer.retrieveKeyPackage(wanted),
    }
    const twin = await keyQueue(client)
    const packages = named({ 'the package of the other queue': only(await twin.fill(1)) })
    return { ...evidence, packages, twin: await twin.fetch(label('receiver')) }
  },
  controls: ({ packages, twin }) => gave(twin, 'the package of the other queue', packages),
  judge: ({ early, created, late }) => all(gaveNothing(early), accepted(created), gaveNothing(late)),
})

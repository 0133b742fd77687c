// An application server gets no key package of another application (AR-07), by neither path.
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { twoApplications } from '../../harness/world-plan.ts'
import type { ApplicationServer } from '../../simulator/application-server.ts'

export default defineScenario({
  requirement: 'gateway-access/no-foreign-reads',
  story: "Another application's server asks for one of Alice's key packages; then her own does",
  world: twoApplications,
  credentials: true,
  needs: ['key-queues'],
  async probe({ appServer, otherAppServer, alice, register, keyQueue, label }) {
    const client = await register(alice)
    const { clientId } = client
    const queue = await keyQueue(client)
    await queue.fill(1)
    const { protocolVersion, cipherSuite, appLabel } = queue
    const attributes = { protocolVersion, cipherSuite, appLabel }
    const fetch = (caller: ApplicationServer, receiver: string) =>
      caller.retrieveKeyPackage({ clientId, ...attributes, receiver_client_id: label(receiver) })
    const foreign = [
      await fetch(otherAppServer.with({ appId: appServer.appId }), 'foreign'),
      await fetch(otherAppServer, 'foreign'),
    ]
    const twin = await fetch(appServer, 'own')
    return { foreign, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ foreign }) => all(each(foreign, refused)),
})

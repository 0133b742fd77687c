// Nobody can tell an application of somebody else from one that does not exist (AR-18).

import { alike } from '../../harness/match/alike.ts'
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { twoApplications } from '../../harness/world-plan.ts'
import type { ApplicationServer } from '../../simulator/application-server.ts'

export default defineScenario({
  requirement: 'gateway-access/no-existence-oracle',
  story: 'An application server sends the same requests to an application of another server and to none at all',
  world: twoApplications,
  credentials: true,
  async probe({ appServer, otherAppServer, alice, bob, carol, register, world, label }) {
    const { clientId } = await register(alice)
    await register(bob, { server: otherAppServer })
    const { appId } = appServer
    const unknownId = world.random.branch('an application nobody defined').uuid()
    const requests = async (caller: ApplicationServer) => [
      await caller.findClients({ tag: alice.tag }),
      await caller.registerClient({ clientHandle: carol.handle, tags: [label('foreign')] }),
      await caller.retrieveClient({ clientId }),
    ]
    const foreign = await requests(otherAppServer.with({ appId }))
    const unknown = await requests(otherAppServer.with({ appId: unknownId }))
    const twin = await otherAppServer.findClients({ tag: bob.tag })
    return { foreign, unknown, twin, appId, unknownId }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ foreign, unknown, appId, unknownId }) =>
    all(
      each([...foreign, ...unknown], refused),
      ...foreign.map((answer, index) =>
        alike({ answer: unknown[index] ?? answer, differsIn: unknownId }, { answer, differsIn: appId }),
      ),
    ),
})

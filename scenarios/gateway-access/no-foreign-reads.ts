// An application server reads nothing of an application that is not its own (AR-07): clients.
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { twoApplications } from '../../harness/world-plan.ts'
import type { ApplicationServer } from '../../simulator/application-server.ts'

export default defineScenario({
  requirement: 'gateway-access/no-foreign-reads',
  story: "Another application's server searches for Alice and reads her client",
  world: twoApplications,
  credentials: true,
  async probe({ appServer, otherAppServer, alice, register, has }) {
    const { clientId } = await register(alice)
    const reads = async (caller: ApplicationServer) => [
      await caller.findClients({ tag: alice.tag }),
      ...(has('retrieve-client') ? [await caller.retrieveClient({ clientId })] : []),
    ]
    const foreign = await reads(otherAppServer.with({ appId: appServer.appId }))
    const twins = await reads(appServer)
    return { foreign, twins }
  },
  controls: ({ twins }) => each(twins, accepted),
  judge: ({ foreign }) => each(foreign, refused),
})

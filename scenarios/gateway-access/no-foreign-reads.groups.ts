// An application server reads no group of another application (AR-07).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { twoApplications } from '../../harness/world-plan.ts'
import type { ApplicationServer } from '../../simulator/application-server.ts'

export default defineScenario({
  requirement: 'gateway-access/no-foreign-reads',
  story: "Another application's server reads the proposals, messages, group info and welcomes of Alice's group",
  world: twoApplications,
  credentials: true,
  needs: ['groups'],
  async probe({ appServer, otherAppServer, alice, bob, register, group }) {
    const chat = await group(await register(alice), await register(bob))
    const at = { groupId: chat.groupId }
    const reads = async (caller: ApplicationServer) => [
      await caller.listProposals(at),
      await caller.controlMessages({ ...at, startEpochId: 0n }),
      await caller.groupInfo(at),
      await caller.welcomeMessages({ clientHandle: bob.handle }),
    ]
    const foreign = await reads(otherAppServer.with({ appId: appServer.appId }))
    const twins = await reads(appServer)
    return { foreign, twins }
  },
  controls: ({ twins }) => each(twins, accepted),
  judge: ({ foreign }) => each(foreign, refused),
})

// An application server changes nothing in an application that is not its own (AR-06): clients.
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { twoApplications } from '../../harness/world-plan.ts'
import type { ApplicationServer } from '../../simulator/application-server.ts'

export default defineScenario({
  requirement: 'gateway-access/no-foreign-writes',
  story: "Another application's server registers Bob in Alice's application, changes Alice and deletes her",
  world: twoApplications,
  credentials: true,
  async probe({ appServer, otherAppServer, alice, bob, register, has, label }) {
    const tag = label('watched')
    const { clientId } = await register(alice, { tags: [tag] })
    const change = { clientId, clientHandle: alice.handle, tagsToAdd: [label('foreign')], tagsToRemove: [] }
    const writes = async (caller: ApplicationServer) => [
      ...(has('edit-client') ? [await caller.editClient(change)] : []),
      await caller.registerClient({ clientHandle: bob.handle, tags: [tag] }),
      ...(has('delete-client') ? [await caller.deleteClient({ clientId })] : []),
    ]
    const before = await appServer.findClients({ tag })
    const foreign = await writes(otherAppServer.with({ appId: appServer.appId }))
    const after = await appServer.findClients({ tag })
    const twins = await writes(appServer)
    return { before, foreign, after, twins }
  },
  controls: ({ twins }) => each(twins, accepted),
  judge: ({ before, foreign, after }) => all(each(foreign, refused), unchanged(before, after)),
})

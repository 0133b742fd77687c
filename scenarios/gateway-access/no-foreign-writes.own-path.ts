// The client id of another application means nothing under one's own application (AR-06).
import { accepted, answered, each } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { twoApplications } from '../../harness/world-plan.ts'
import type { ApplicationServer } from '../../simulator/application-server.ts'

export default defineScenario({
  requirement: 'gateway-access/no-foreign-writes',
  story: "Another application's server changes and deletes Alice's client through its own application",
  world: twoApplications,
  credentials: true,
  needs: ['edit-client', 'delete-client'],
  async probe({ appServer, otherAppServer, alice, register, label }) {
    const tag = label('watched')
    const { clientId } = await register(alice, { tags: [tag] })
    const writes = async (caller: ApplicationServer) => [
      await caller.editClient({
        clientId,
        clientHandle: alice.handle,
        tagsToAdd: [label('foreign')],
        tagsToRemove: [],
      }),
      await caller.deleteClient({ clientId }),
    ]
    const before = await appServer.findClients({ tag })
    const foreign = await writes(otherAppServer)
    const after = await appServer.findClients({ tag })
    const twins = await writes(appServer)
    return { before, foreign, after, twins }
  },
  controls: ({ twins }) => each(twins, accepted),
  // What these requests do within that application is another question; they must not reach Alice.
  judge: ({ before, foreign, after }) => all(each(foreign, answered), unchanged(before, after)),
})

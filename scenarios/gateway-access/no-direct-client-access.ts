// Without a credential nobody reads or writes a client (AR-05): registering, finding, reading, changing, deleting.
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import type { ApplicationServer } from '../../simulator/application-server.ts'

export default defineScenario({
  requirement: 'gateway-access/no-direct-client-access',
  story: 'Somebody without a credential registers Bob, and reads, changes and deletes Alice',
  world: oneDomain,
  credentials: true,
  async probe({ appServer, alice, bob, register, has, label }) {
    const tag = label('watched')
    const { clientId } = await register(alice, { tags: [tag] })
    const change = { clientId, clientHandle: alice.handle, tagsToAdd: [label('uninvited')], tagsToRemove: [] }
    const attempts = async (caller: ApplicationServer) => [
      await caller.findClients({ tag }),
      ...(has('retrieve-client') ? [await caller.retrieveClient({ clientId })] : []),
      ...(has('edit-client') ? [await caller.editClient(change)] : []),
      await caller.registerClient({ clientHandle: bob.handle, tags: [tag] }),
      ...(has('delete-client') ? [await caller.deleteClient({ clientId })] : []),
    ]
    const before = await appServer.findClients({ tag })
    const uninvited = await attempts(appServer.with({ name: 'stranger', token: undefined }))
    const after = await appServer.findClients({ tag })
    const twins = await attempts(appServer)
    return { before, uninvited, after, twins }
  },
  controls: ({ twins }) => each(twins, accepted),
  judge: ({ before, uninvited, after }) => all(each(uninvited, refused), unchanged(before, after)),
})

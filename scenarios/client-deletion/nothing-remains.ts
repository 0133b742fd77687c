// A deleted client is gone from discovery and cannot be read, changed or deleted any more (PX-03).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { findsIds } from '../../harness/match/client.ts'
import { all } from '../../harness/match/judgement.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'client-deletion/nothing-remains',
  story: 'Of two clients with one tag the first is deleted, searched for, read and changed',
  world: oneDomain,
  async probe({ appServer, alice, bob, has, world, label }) {
    const tag = label('moderator')
    const gone = achieved(await appServer.registerClient({ clientHandle: alice.handle, tags: [tag] }))
    const stays = achieved(await appServer.registerClient({ clientHandle: bob.handle, tags: [tag] }))
    const [goneId, staysId] = [gone.value?.clientId ?? '', stays.value?.clientId ?? '']
    const deleted = await appServer.deleteClient({ clientId: goneId })
    const found = await appServer.findClients({ tag })
    const change = { tagsToAdd: [tag], tagsToRemove: [] }
    const uses = async (clientId: string, clientHandle: Uint8Array) => [
      ...(has('retrieve-client') ? [await appServer.retrieveClient({ clientId })] : []),
      ...(has('edit-client') ? [await appServer.editClient({ clientId, clientHandle, ...change })] : []),
      ...(has('key-queues')
        ? [
            await appServer.createKeyQueue({
              clientId,
              protocolVersion: 1,
              cipherSuite: world.cipherSuite,
              appLabel: label('calls'),
            }),
          ]
        : []),
    ]
    const used = await uses(goneId, alice.handle)
    const foundAgain = await appServer.findClients({ tag })
    const twins = await uses(staysId, bob.handle)
    return { stays, deleted, found, used, foundAgain, twins }
  },
  controls: ({ stays, twins }) => all(accepted(stays), each(twins, accepted)),
  judge: ({ stays, deleted, found, used, foundAgain }) =>
    all(accepted(deleted), findsIds(found, [stays]), each(used, refused), findsIds(foundAgain, [stays])),
})

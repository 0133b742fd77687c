// A client id outlives every change of handle and tags (ID-05).
import { accepted } from '../../harness/match/answer.ts'
import { findsIds } from '../../harness/match/client.ts'
import { all } from '../../harness/match/judgement.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'client-registration/client-id-constant',
  story: 'Alice gets another handle, then other tags; she is still the same client',
  world: oneDomain,
  needs: ['edit-client'],
  async probe({ appServer, alice, label }) {
    const [kept, dropped, added] = [alice.tag, label('first device'), label('second device')]
    const registered = achieved(await appServer.registerClient({ clientHandle: alice.handle, tags: [kept, dropped] }))
    const clientId = registered.value?.clientId ?? ''
    const clientHandle = new TextEncoder().encode(label('alice.renamed'))
    achieved(await appServer.editClient({ clientId, clientHandle, tagsToAdd: [], tagsToRemove: [] }))
    const afterHandle = await appServer.findClients({ tag: kept })
    const edited = await appServer.editClient({
      clientId,
      clientHandle,
      tagsToAdd: [added],
      tagsToRemove: [dropped],
    })
    const afterTags = await appServer.findClients({ tag: kept })
    return { registered, afterHandle, edited, afterTags }
  },
  judge: ({ registered, afterHandle, edited, afterTags }) =>
    all(findsIds(afterHandle, [registered]), accepted(edited), findsIds(afterTags, [registered])),
})

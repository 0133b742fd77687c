// A client takes another handle, and is known by it from then on (ID-06).
import { accepted } from '../../harness/match/answer.ts'
import { finds } from '../../harness/match/client.ts'
import { all } from '../../harness/match/judgement.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'client-editing/handle-may-change',
  story: 'Alice changes the name of her phone; discovery shows the new one',
  world: oneDomain,
  async probe({ appServer, alice, label }) {
    const tags = [alice.tag]
    const registered = achieved(await appServer.registerClient({ clientHandle: alice.handle, tags }))
    const clientId = registered.value?.clientId ?? ''
    const handle = label('alice.renamed')
    const clientHandle = new TextEncoder().encode(handle)
    const edited = await appServer.editClient({ clientId, clientHandle, tagsToAdd: [], tagsToRemove: [] })
    const found = await appServer.findClients({ tag: alice.tag })
    return { registered, edited, found, handle, tags }
  },
  judge: ({ registered, edited, found, handle, tags }) =>
    all(accepted(edited), finds(found, [{ registered, handle, tags }])),
})

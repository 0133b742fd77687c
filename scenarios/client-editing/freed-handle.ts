// A handle that was given up is free for the next client (ID-26).
import { accepted } from '../../harness/match/answer.ts'
import { findsIds } from '../../harness/match/client.ts'
import { all } from '../../harness/match/judgement.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'client-editing/freed-handle',
  story: 'Alice takes another handle, and a second client is registered with the one she had',
  world: oneDomain,
  async probe({ appServer, alice, register, label }) {
    const { clientId } = await register(alice)
    const renamed = new TextEncoder().encode(label('alice.renamed'))
    achieved(await appServer.editClient({ clientId, clientHandle: renamed, tagsToAdd: [], tagsToRemove: [] }))
    const tag = label('second device')
    const registered = await appServer.registerClient({ clientHandle: alice.handle, tags: [tag] })
    const found = await appServer.findClients({ tag })
    return { registered, found }
  },
  judge: ({ registered, found }) => all(accepted(registered), findsIds(found, [registered])),
})

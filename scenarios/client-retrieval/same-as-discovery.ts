// Reading one client shows what discovery shows, also after a change (PX-02).
import { shows } from '../../harness/match/client.ts'
import { all } from '../../harness/match/judgement.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'client-retrieval/same-as-discovery',
  story: 'An application server reads Alice, changes her handle and tags where it can, and reads her again',
  world: oneDomain,
  async probe({ appServer, alice, has, label }) {
    const [added, renamed] = [label('new device'), label('alice.renamed')]
    const registered = achieved(
      await appServer.registerClient({ clientHandle: alice.handle, tags: [alice.tag, label('moderator')] }),
    )
    const clientId = registered.value?.clientId ?? ''
    const early = await appServer.retrieveClient({ clientId })
    const change = { clientId, clientHandle: new TextEncoder().encode(renamed), tagsToAdd: [added], tagsToRemove: [] }
    if (has('edit-client')) achieved(await appServer.editClient(change))
    const late = has('edit-client') ? [await appServer.retrieveClient({ clientId })] : []
    const tags = [alice.tag, label('moderator')]
    return { registered, early, late, handle: alice.handleText, renamed, tags, added }
  },
  judge: ({ registered, early, late, handle, renamed, tags, added }) =>
    all(
      shows(early, { registered, handle, tags }),
      ...late.map((one) => shows(one, { registered, handle: renamed, tags: [...tags, added] })),
    ),
})

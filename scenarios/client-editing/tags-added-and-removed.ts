// Editing touches the tags it names and no others (ID-10).
import { accepted } from '../../harness/match/answer.ts'
import { finds, findsNobody } from '../../harness/match/client.ts'
import { all } from '../../harness/match/judgement.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'client-editing/tags-added-and-removed',
  story: 'Alice has three tags; one is taken away, a fourth is added, and she is searched for by each',
  world: oneDomain,
  async probe({ appServer, alice, label }) {
    const [kept, watched, removed, added] = [label('kept'), label('watched'), label('removed'), label('added')]
    const registered = achieved(
      await appServer.registerClient({ clientHandle: alice.handle, tags: [kept, watched, removed] }),
    )
    const clientId = registered.value?.clientId ?? ''
    const edited = await appServer.editClient({
      clientId,
      clientHandle: alice.handle,
      tagsToAdd: [added],
      tagsToRemove: [removed],
    })
    const byWatched = await appServer.findClients({ tag: watched })
    const byAdded = await appServer.findClients({ tag: added })
    const byRemoved = await appServer.findClients({ tag: removed })
    const client = { handle: alice.handleText, tags: [kept, watched, added] }
    return { registered, edited, byWatched, byAdded, byRemoved, client }
  },
  judge: ({ registered, edited, byWatched, byAdded, byRemoved, client }) =>
    all(
      accepted(edited),
      finds(byWatched, [{ registered, ...client }]),
      finds(byAdded, [{ registered, ...client }]),
      findsNobody(byRemoved),
    ),
})

// What an edit does not mention stays as it is (ID-23).
import { accepted, each } from '../../harness/match/answer.ts'
import { finds } from '../../harness/match/client.ts'
import { all } from '../../harness/match/judgement.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'client-editing/members-optional',
  story: 'Alice is edited by nothing, by a tag to add, by one to remove and by a handle, one at a time',
  world: oneDomain,
  async probe({ appServer, alice, label }) {
    const [kept, removed, added, renamed] = [alice.tag, label('removed'), label('added'), label('alice.renamed')]
    const registered = achieved(await appServer.registerClient({ clientHandle: alice.handle, tags: [kept, removed] }))
    const clientId = registered.value?.clientId ?? ''
    const edited = []
    const found = []
    const changes = [
      {},
      { tagsToAdd: [added] },
      { tagsToRemove: [removed] },
      { clientHandle: new TextEncoder().encode(renamed) },
    ]
    for (const change of changes) {
      edited.push(await appServer.editClient({ clientId, ...change }))
      found.push(await appServer.findClients({ tag: kept }))
    }
    const handle = alice.handleText
    const expected = [
      { handle, tags: [kept, removed] },
      { handle, tags: [kept, removed, added] },
      { handle, tags: [kept, added] },
      { handle: renamed, tags: [kept, added] },
    ]
    return { registered, edited, found, expected }
  },
  judge: ({ registered, edited, found, expected }) =>
    all(
      each(edited, accepted),
      ...found.map((one, index) => {
        const client = expected[index]
        return finds(one, client ? [{ registered, ...client }] : [])
      }),
    ),
})

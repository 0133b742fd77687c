// Nobody is edited where there is nobody (ID-23).
import { accepted, refused, status } from '../../harness/match/answer.ts'
import { findsNobody } from '../../harness/match/client.ts'
import { all } from '../../harness/match/judgement.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'client-editing/unknown-client',
  story: 'An application server renames a client id that nobody has, then Alice',
  world: oneDomain,
  async probe({ appServer, alice, register, world, label }) {
    const { clientId } = await register(alice)
    const clientHandle = new TextEncoder().encode(label('alice.renamed'))
    const change = { clientHandle, tagsToAdd: [label('added')], tagsToRemove: [] }
    const nobody = world.random.branch('a client nobody registered').uuid()
    const unknown = await appServer.editClient({ ...change, clientId: nobody })
    const found = await appServer.findClients({ tag: label('added') })
    const twin = await appServer.editClient({ ...change, clientId })
    return { unknown, found, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ unknown, found }) => all(refused(unknown), status(unknown, 404), findsNobody(found)),
})

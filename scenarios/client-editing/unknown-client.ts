// Nobody is edited where there is nobody (ID-23).
import { accepted, refused, status } from '../../harness/match/answer.ts'
import { findsIds } from '../../harness/match/client.ts'
import { all } from '../../harness/match/judgement.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'client-editing/unknown-client',
  story: 'An application server adds a tag to a client id that nobody has, then to Alice',
  world: oneDomain,
  async probe({ appServer, alice, register, world, label }) {
    const { clientId } = await register(alice)
    const tagsToAdd = [label('added')]
    const nobody = world.random.branch('a client nobody registered').uuid()
    const unknown = await appServer.editClient({ clientId: nobody, tagsToAdd })
    const found = await appServer.findClients({ tag: label('added') })
    const twin = await appServer.editClient({ clientId, tagsToAdd })
    return { unknown, found, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ unknown, found }) => all(refused(unknown), status(unknown, 404), findsIds(found, [])),
})

// Whom discovery does not show cannot be read either (PX-02).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'client-retrieval/same-as-discovery',
  story: 'An application server reads a client id that nobody has, and a handle in place of an id',
  world: oneDomain,
  async probe({ appServer, alice, register, world }) {
    const { clientId } = await register(alice)
    const nobody = world.random.branch('a client nobody registered').uuid()
    const unknown = [
      await appServer.retrieveClient({ clientId: nobody }),
      await appServer.retrieveClient({ clientId: alice.handleText }),
    ]
    const twin = await appServer.retrieveClient({ clientId })
    return { unknown, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ unknown }) => each(unknown, refused),
})

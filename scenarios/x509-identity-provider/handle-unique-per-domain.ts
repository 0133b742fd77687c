// One handle, two domains: two clients, each known at its own gateway, and no third one in either domain.
import { accepted, refused } from '../../harness/match/answer.ts'
import { findsIds } from '../../harness/match/client.ts'
import { all } from '../../harness/match/judgement.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { twoDomains } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'x509-identity-provider/handle-unique-per-domain',
  story: 'a handle is registered in two domains, then a second time in each',
  world: twoDomains,
  async probe({ appServer, farServer, domain, farDomain, alice, label }) {
    const { handle: clientHandle } = alice
    const tags = [label('here'), label('there')] as const
    const near = await appServer.registerClient({ clientHandle, tags: [tags[0]] })
    const far = await farServer.registerClient({ clientHandle, tags: [tags[1]] })
    const nearAgain = await appServer.registerClient({ clientHandle, tags: [tags[0]] })
    const farAgain = await farServer.registerClient({ clientHandle, tags: [tags[1]] })
    return {
      near,
      far,
      nearAgain,
      farAgain,
      foundNear: await appServer.findClients({ tag: tags[0], domain: domain.name }),
      foundFar: await farServer.findClients({ tag: tags[1], domain: farDomain.name }),
    }
  },
  controls: ({ near }) => accepted(near),
  judge: ({ near, far, nearAgain, farAgain, foundNear, foundFar }) =>
    all(accepted(far), ...[nearAgain, farAgain].map(refused), findsIds(foundNear, [near]), findsIds(foundFar, [far])),
})

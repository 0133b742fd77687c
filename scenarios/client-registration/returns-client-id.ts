// Registering a client names it, and from then on it can be found (ID-01).
import { accepted } from '../../harness/match/answer.ts'
import { findsIds } from '../../harness/match/client.ts'
import { all } from '../../harness/match/judgement.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'client-registration/returns-client-id',
  story: 'An application server registers Alice with two tags and finds her by either',
  world: oneDomain,
  async probe({ appServer, alice, label }) {
    const tags = [alice.tag, label('moderator')]
    const registered = await appServer.registerClient({ clientHandle: alice.handle, tags })
    const found = []
    for (const tag of tags) found.push(await appServer.findClients({ tag }))
    return { registered, found }
  },
  judge: ({ registered, found }) => all(accepted(registered), ...found.map((one) => findsIds(one, [registered]))),
})

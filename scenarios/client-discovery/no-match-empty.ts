// Finding nobody is an answer like any other (ID-19).
import { status } from '../../harness/match/answer.ts'
import { findsIds } from '../../harness/match/client.ts'
import { all } from '../../harness/match/judgement.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'client-discovery/no-match-empty',
  story: 'An application server searches for a tag that no client has',
  world: oneDomain,
  async probe({ appServer, alice, register, label }) {
    await register(alice)
    return { found: await appServer.findClients({ tag: label('nobody has this') }) }
  },
  judge: ({ found }) => all(status(found, 200), findsIds(found, [])),
})

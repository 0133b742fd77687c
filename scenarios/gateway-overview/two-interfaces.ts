// Writing belongs to the internal interface (AR-03).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'gateway-overview/two-interfaces',
  story: 'An application server sends one registration to the external interface, then to the internal one',
  world: oneDomain,
  async probe({ appServer, alice, domain, label }) {
    const tag = label('interfaces')
    const client = { clientHandle: alice.handle, tags: [tag] }
    const before = await appServer.findClients({ tag })
    const outside = await appServer.with({ endpoint: domain.external }).registerClient(client)
    const after = await appServer.findClients({ tag })
    const inside = await appServer.registerClient(client)
    return { before, outside, after, inside }
  },
  controls: ({ inside }) => accepted(inside),
  judge: ({ before, outside, after }) => all(refused(outside), unchanged(before, after)),
})

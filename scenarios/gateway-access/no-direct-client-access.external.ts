// The external interface is no way in either (AR-05): what it offers other gateways is nothing for a client.
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import type { ApplicationServer } from '../../simulator/application-server.ts'

export default defineScenario({
  requirement: 'gateway-access/no-direct-client-access',
  story: 'Somebody without a credential searches for Alice and registers Bob on the external interface',
  world: oneDomain,
  credentials: true,
  async probe({ appServer, alice, bob, register, domain, label }) {
    const tag = label('watched')
    await register(alice, { tags: [tag] })
    const attempts = async (caller: ApplicationServer) => [
      await caller.findClients({ tag }),
      await caller.findClients({ tag, domain: domain.name }),
      await caller.registerClient({ clientHandle: bob.handle, tags: [tag] }),
    ]
    const before = await appServer.findClients({ tag })
    const stranger = appServer.with({ name: 'stranger', token: undefined, endpoint: domain.external })
    const uninvited = await attempts(stranger)
    const after = await appServer.findClients({ tag })
    const twins = await attempts(appServer)
    return { before, uninvited, after, twins }
  },
  controls: ({ twins }) => each(twins, accepted),
  judge: ({ before, uninvited, after }) => all(each(uninvited, refused), unchanged(before, after)),
})

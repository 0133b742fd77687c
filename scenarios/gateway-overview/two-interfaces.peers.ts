// The internal interface is no place for other gateways (AR-03): the credential of one opens nothing there.
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'gateway-overview/two-interfaces',
  story:
    "Carol's gateway registers her and deletes Alice on the internal interface; then Alice's application registers Bob",
  world: withPeer,
  async probe({ appServer, peer, alice, bob, carol, domain, register, has, label }) {
    const tag = label('interfaces')
    const { clientId } = await register(alice, { tags: [tag] })
    const inside = peer.calls.with({ endpoint: domain.internal })
    const before = await appServer.findClients({ tag, domain: domain.name })
    const attempts = [
      await inside.registerClient({ clientHandle: carol.handle, tags: [tag] }),
      ...(has('delete-client') ? [await inside.deleteClient({ clientId })] : []),
    ]
    const after = await appServer.findClients({ tag, domain: domain.name })
    return { before, attempts, after, twin: await appServer.registerClient({ clientHandle: bob.handle, tags: [tag] }) }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attempts, after }) => all(each(attempts, refused), unchanged(before, after)),
})

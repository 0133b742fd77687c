// An application whose clients have no domains does not federate (AR-01).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'
import { isAccepted } from '../../simulator/answer.ts'

export default defineScenario({
  requirement: 'applications/federating-has-domains',
  story: 'An application without domains is to federate with a peer; where that is taken, the peer calls',
  world: withPeer,
  needs: ['basic'],
  async probe({ appServer, operator, domain, peer, alice, configuration }) {
    const fresh = configuration()
    const defined = await operator.call('defineApplication', {
      appId: fresh.id,
      configuration: fresh,
      applicationServers: domain.applicationServers.slice(0, 1),
      federatesWith: [peer.domain],
    })
    // The peer, too, takes it for an application that both have: its configuration is no reason to refuse.
    await peer.lists(peer.configuration, fresh)
    const called = await peer.calls.with({ appId: fresh.id }).findClients({ tag: alice.tag, domain: domain.name })
    const twin = await peer.calls.findClients({ tag: alice.tag, domain: domain.name })
    const own = await appServer.findClients({ tag: alice.tag, domain: domain.name })
    return { defined, called, twins: [twin, own] }
  },
  controls: ({ twins }) => each(twins, accepted),
  judge: ({ defined, called }) => all(isAccepted(defined) ? accepted(defined) : refused(defined), refused(called)),
})

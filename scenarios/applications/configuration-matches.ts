// Where two gateways do not mean the same by an application, nothing is done together in it (AR-10, AR-13; reading A-29).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { notAsked } from '../../harness/match/passed-on.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withTwoPeers } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'applications/configuration-matches',
  story: 'One of two peers has another configuration of the application; Alice looks for Carol in both domains',
  world: withTwoPeers,
  async probe({ appServer, domain, peer, otherPeer, carol }) {
    const { configuration } = peer
    const { identity } = configuration
    const parameters = { ...identity.parameters, account_handle_offset: 7 }
    await peer.lists({ ...configuration, identity: { ...identity, parameters } })
    for (const one of [peer, otherPeer]) one.on('findClients', () => ({ identities: [] }))
    const find = (name: string) => appServer.findClients({ tag: carol.tag, domain: name })
    const attempt = await find(peer.domain)
    const asked = await peer.asked('findClients')
    return { attempt, asked, twins: [await find(otherPeer.domain), await find(domain.name)] }
  },
  controls: ({ twins }) => each(twins, accepted),
  judge: ({ attempt, asked }) => all(refused(attempt), notAsked(asked, 'the peer')),
})

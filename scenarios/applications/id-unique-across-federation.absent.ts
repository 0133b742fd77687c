// A gateway that does not list the application is none that it could federate with (AR-08; wire profile, section 6).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { notAsked } from '../../harness/match/passed-on.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withTwoPeers } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'applications/id-unique-across-federation',
  story: 'One of two peers lists its applications, and that of Alice is not among them',
  world: withTwoPeers,
  async probe({ appServer, domain, peer, otherPeer, carol }) {
    await peer.lists()
    for (const one of [peer, otherPeer]) one.on('findClients', () => ({ identities: [] }))
    const find = (name: string) => appServer.findClients({ tag: carol.tag, domain: name })
    const attempt = await find(peer.domain)
    const asked = await peer.asked('findClients')
    return { attempt, asked, twins: [await find(otherPeer.domain), await find(domain.name)] }
  },
  controls: ({ twins }) => each(twins, accepted),
  judge: ({ attempt, asked }) => all(refused(attempt), notAsked(asked, 'the peer')),
})

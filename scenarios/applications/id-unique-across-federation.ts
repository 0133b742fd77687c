// An id that stands for another application at the other gateway is noticed (AR-08, reading A-29).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { notAsked } from '../../harness/match/passed-on.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withTwoPeers } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'applications/id-unique-across-federation',
  story: 'At one of two peers the id of the application is that of another one, with Basic clients and no domains',
  world: withTwoPeers,
  async probe({ appServer, peer, otherPeer, carol, configuration, label }) {
    await peer.lists({ ...configuration(), id: peer.configuration.id })
    const find = (name: string) => appServer.findClients({ tag: carol.tag, domain: name })
    const fetch = (name: string) =>
      appServer.retrieveKeyPackage({
        clientId: '6f1f0a0e-3f0c-4c52-9d9c-0d1f1c1b7a11',
        protocolVersion: 1,
        cipherSuite: carol.cipherSuite,
        receiver_client_id: label('receiver'),
        domain: name,
      })
    for (const one of [peer, otherPeer]) {
      const { message: keyPackage } = await carol.keyPackage({ domain: one.domain })
      one.on('findClients', () => ({ identities: [] }))
      one.on('retrieveKeyPackage', () => ({ keyPackage, isFinalKey: false }))
    }
    const attempts = [await find(peer.domain), await fetch(peer.domain)]
    const asked = await peer.asked()
    return { attempts, asked, twins: [await find(otherPeer.domain), await fetch(otherPeer.domain)] }
  },
  controls: ({ twins }) => each(twins, accepted),
  judge: ({ attempts, asked }) => all(each(attempts, refused), notAsked(asked, 'the peer')),
})

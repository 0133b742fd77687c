// A gateway hands out key packages of its own domain: the credential says which one it is, not the question (KV-04).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withTwoPeers } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-package-validation/answering-domain',
  story:
    'Asked for a package of Carol, her gateway answers with one of a second peer, of the asking domain, of nowhere',
  world: withTwoPeers,
  editions: ['2023-03-17'],
  async probe({ appServer, domain, peer, otherPeer, carol, label, world }) {
    const fetch = async (certified: string) => {
      const { message: keyPackage } = await carol.keyPackage({ domain: certified })
      peer.on('retrieveKeyPackage', () => ({ keyPackage, isFinalKey: false }))
      return appServer.retrieveKeyPackage({
        clientId: world.random.branch('client').uuid(),
        protocolVersion: 1,
        cipherSuite: carol.cipherSuite,
        receiver_client_id: label('receiver'),
        domain: peer.domain,
      })
    }
    const attempts = []
    for (const foreign of [otherPeer.domain, domain.name, `x.${peer.domain}`, 'nowhere.example'])
      attempts.push(await fetch(foreign))
    return { attempts, twin: await fetch(peer.domain) }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ attempts }) => each(attempts, refused),
})

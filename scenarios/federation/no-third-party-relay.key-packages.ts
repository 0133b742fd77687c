// A gateway fetches key packages of other domains for its own applications, not for other gateways (FD-05).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { notAsked } from '../../harness/match/passed-on.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withTwoPeers } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'federation/no-third-party-relay',
  story: 'A gateway fetches a key package of a client of a third domain, and of its own, at the gateway of Alice',
  world: withTwoPeers,
  needs: ['key-queues'],
  async probe({ domain, peer, otherPeer, alice, dave, register, keyQueue, label }) {
    const client = await register(alice)
    const { protocolVersion, cipherSuite, appLabel, ...queue } = await keyQueue(client)
    await queue.fill(1)
    for (const one of [peer, otherPeer]) {
      const { message: keyPackage } = await dave.keyPackage({ domain: one.domain })
      one.on('retrieveKeyPackage', () => ({ keyPackage, isFinalKey: false }))
    }
    const asking = { clientId: client.clientId, protocolVersion, cipherSuite, appLabel }
    const fetch = (name: string) =>
      peer.calls.retrieveKeyPackage({ ...asking, receiver_client_id: label('receiver'), domain: name })
    const attempts = [await fetch(otherPeer.domain), await fetch(peer.domain)]
    const asked = [...(await peer.asked('retrieveKeyPackage')), ...(await otherPeer.asked('retrieveKeyPackage'))]
    return { attempts, asked, twin: await fetch(domain.name) }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ attempts, asked }) => all(each(attempts, refused), notAsked(asked, 'another gateway')),
})

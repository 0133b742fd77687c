// Another gateway does not decide whom this one asks (FD-08).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { notAsked } from '../../harness/match/passed-on.ts'
import { equal } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withTwoPeers } from '../../harness/world-plan.ts'
import { redirectTo } from '../../simulator/misbehaviour.ts'

export default defineScenario({
  requirement: 'federation/redirects-not-followed',
  story: 'The gateway of another domain redirects a search to itself, to a third gateway, and to nowhere',
  world: withTwoPeers,
  async probe({ appServer, peer, otherPeer, carol }) {
    const find = () => appServer.findClients({ tag: carol.tag, domain: peer.domain })
    const none = () => ({ identities: [] })
    otherPeer.on('findClients', none)
    const attempts = []
    for (const origin of ['', `http://${otherPeer.domain}`, `https://${otherPeer.domain}`, 'http://nowhere.example'])
      for (const status of [302, 307, 308] as const) {
        const path = `/apps/${appServer.appId}/clients?tag=redirected&domain=${peer.domain}`
        peer.on('findClients', ({ input }) =>
          input.tag === 'redirected' ? none() : redirectTo(`${origin}${path}`, status),
        )
        attempts.push(await find())
      }
    const [asked, elsewhere] = [await peer.asked('findClients'), await otherPeer.asked('findClients')]
    peer.on('findClients', none)
    return { attempts, asked: asked.length, elsewhere, twin: await find() }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ attempts, asked, elsewhere }) =>
    all(
      each(attempts, refused),
      equal(asked, attempts.length, 'requests that the gateway was asked'),
      notAsked(elsewhere, 'the third gateway'),
    ),
})

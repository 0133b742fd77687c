// A domain is a name in the gateway's configuration, never an address to dial (FD-03).
import { accepted, each, status } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { notAsked } from '../../harness/match/passed-on.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'federation/unknown-domain-not-dialled',
  story: "Alice's application searches in domains that are addresses, or that only resemble the domain of a peer",
  world: withPeer,
  async probe({ appServer, domain, peer, alice }) {
    peer.on('findClients', () => ({ identities: [] }))
    const find = (name: string) => appServer.findClients({ tag: alice.tag, domain: name })
    const unknown = [
      'nowhere.example',
      '127.0.0.1',
      '169.254.169.254',
      'localhost',
      new URL(domain.external.url).host,
      `${peer.domain}:443`,
      `${peer.domain}/apps`,
      `${peer.domain}#`,
      `${peer.domain}@nowhere.example`,
      `http://${peer.domain}`,
      `x.${peer.domain}`,
      ` ${peer.domain}`,
      '*',
      '',
    ]
    const attempts = []
    for (const name of unknown) attempts.push(await find(name))
    const asked = await peer.asked('findClients')
    return { attempts, asked, twin: await find(peer.domain) }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ attempts, asked }) =>
    all(
      // No gateway stood in the way: a failure to reach one would mean that it was tried. An empty name may be malformed.
      each(attempts, (attempt) => status(attempt, 400, 404)),
      notAsked(asked, 'the peer'),
    ),
})

// A gateway that is known, but with which the application does not federate, is as unknown as any other (FD-03).
import { accepted, each, status } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { notAsked } from '../../harness/match/passed-on.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { Unreachable } from '../../harness/unreachable.ts'
import { withPeer } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'federation/unknown-domain-not-dialled',
  story: "Alice's application searches in the domain of a peer with which other applications may federate",
  world: withPeer,
  async probe({ appServer, domain, peer, alice, link }) {
    peer.on('findClients', () => ({ identities: [] }))
    const find = (name: string) => appServer.findClients({ tag: alice.tag, domain: name })
    const strangers = domain.peers.filter((name) => name !== peer.domain)
    if (strangers.length === 0) throw new Unreachable('the gateway knows no peer but the one of the application')
    const attempts = []
    for (const name of strangers) attempts.push(await find(name))
    const asked = await Promise.all(strangers.map((name) => link(domain.name, name).passages()))
    return { attempts, asked: asked.flat(), twin: await find(peer.domain) }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ attempts, asked }) =>
    all(
      each(attempts, (attempt) => status(attempt, 404)),
      notAsked(asked, 'a gateway of another domain'),
    ),
})

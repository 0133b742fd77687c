// Domains are told apart without regard to the case of their letters (FD-04, reading A-32).
import { accepted } from '../../harness/match/answer.ts'
import { findsIds } from '../../harness/match/client.ts'
import { all } from '../../harness/match/judgement.ts'
import { notAsked } from '../../harness/match/passed-on.ts'
import { equal } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { withPeer } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'federation/domain-comparison',
  story: "Alice's application searches at home and elsewhere, with domains in capitals",
  world: withPeer,
  async probe({ appServer, domain, peer, alice }) {
    peer.on('findClients', () => ({ identities: [] }))
    const registered = achieved(await appServer.registerClient({ clientHandle: alice.handle, tags: [alice.tag] }))
    const find = (name: string) => appServer.findClients({ tag: alice.tag, domain: name.toUpperCase() })
    const here = await find(domain.name)
    const none = await peer.asked('findClients')
    const there = await find(peer.domain)
    return { registered, here, none, there, asked: (await peer.asked('findClients')).length }
  },
  judge: ({ registered, here, none, there, asked }) =>
    all(
      findsIds(here, [registered]),
      notAsked(none, 'the peer'),
      accepted(there),
      equal(there.value?.identities.length, 0, `${there.exchange.id}.identities, number`),
      equal(asked > 0, true, 'whether the peer was asked'),
    ),
})

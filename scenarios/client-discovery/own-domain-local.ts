// A search in the gateway's own domain is its own affair (ID-18).
import { findsIds } from '../../harness/match/client.ts'
import { all } from '../../harness/match/judgement.ts'
import { notAsked } from '../../harness/match/passed-on.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { withPeer } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'client-discovery/own-domain-local',
  story: "Alice's application looks for her in the domain of its own gateway",
  world: withPeer,
  async probe({ appServer, domain, peer, alice }) {
    const registered = achieved(await appServer.registerClient({ clientHandle: alice.handle, tags: [alice.tag] }))
    const found = await appServer.findClients({ tag: alice.tag, domain: domain.name })
    return { registered, found, asked: await peer.asked() }
  },
  judge: ({ registered, found, asked }) => all(findsIds(found, [registered]), notAsked(asked, 'the peer')),
})

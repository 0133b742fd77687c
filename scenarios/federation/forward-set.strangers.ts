// A gateway that is known, but with which the application does not federate, hears nothing of it (FD-01).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { hasReceived, notAsked } from '../../harness/match/passed-on.ts'
import { takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'federation/forward-set',
  story: 'Alice makes a group with Bob in an application of two domains; the gateway knows a third one, too',
  world: withPeer,
  async probe({ domain, peer, alice, bob, register, group, link }) {
    takesPackets(peer)
    const [anna, bert] = [await register(alice), await register(bob)]
    const story = await group(anna, bert)
    const committed = await story.upload(await story.session(anna).prepare())
    const asked = await peer.askedFor('uploadCommit', 2)
    const strangers = domain.peers.filter((name) => name !== peer.domain)
    const elsewhere = await Promise.all(strangers.map((name) => link(domain.name, name).passages()))
    return { committed, asked, elsewhere: elsewhere.flat() }
  },
  controls: ({ committed, asked }) => all(accepted(committed), hasReceived(asked, committed, ['commitPacket'])),
  judge: ({ elsewhere }) => notAsked(elsewhere, 'a gateway of another domain'),
})

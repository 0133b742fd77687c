// A gateway answers another one for its own domains and asks nobody on its behalf (FD-05).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { notAsked } from '../../harness/match/passed-on.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withTwoPeers } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'federation/no-third-party-relay',
  story: 'A gateway looks for clients of a third domain, and of its own, at the gateway of Alice',
  world: withTwoPeers,
  async probe({ domain, peer, otherPeer, alice, register }) {
    await register(alice)
    for (const one of [peer, otherPeer]) one.on('findClients', () => ({ identities: [] }))
    const find = (name: string) => peer.calls.findClients({ tag: alice.tag, domain: name })
    const attempts = [await find(otherPeer.domain), await find(peer.domain)]
    const asked = [...(await peer.asked('findClients')), ...(await otherPeer.asked('findClients'))]
    return { attempts, asked, twin: await find(domain.name) }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ attempts, asked }) => all(each(attempts, refused), notAsked(asked, 'another gateway')),
})

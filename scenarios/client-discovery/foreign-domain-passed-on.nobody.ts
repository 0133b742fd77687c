// What another gateway does not find is not looked for at home (ID-17).
import { acceptedWith } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { passedUnchanged } from '../../harness/match/passed-on.ts'
import { equal } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'client-discovery/foreign-domain-passed-on',
  story: 'Alice has a tag at home; her application looks for that tag in another domain, where nobody has it',
  world: withPeer,
  async probe({ appServer, peer, alice, register }) {
    await register(alice)
    peer.on('findClients', () => ({ identities: [] }))
    const found = await appServer.findClients({ tag: alice.tag, domain: peer.domain })
    return { found, asked: await peer.asked('findClients') }
  },
  judge: ({ found, asked }) =>
    all(
      acceptedWith(found, ({ identities }) => equal(identities.length, 0, `${found.exchange.id}.identities, number`)),
      passedUnchanged(asked, found),
    ),
})

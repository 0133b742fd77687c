// A domain with a dot at its end, or letters beyond ASCII, is no domain that anybody knows (FD-04).
import { accepted, each, status } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { notAsked } from '../../harness/match/passed-on.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'federation/domain-comparison',
  story: "Alice's application searches at home and elsewhere, with a dot after the domain or in full-width letters",
  world: withPeer,
  async probe({ appServer, domain, peer, alice }) {
    peer.on('findClients', () => ({ identities: [] }))
    const find = (name: string) => appServer.findClients({ tag: alice.tag, domain: name })
    const wide = (name: string) =>
      name.replace(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
    const attempts = []
    for (const name of [`${domain.name}.`, `${peer.domain}.`, wide(domain.name), wide(peer.domain)])
      attempts.push(await find(name))
    const asked = await peer.asked('findClients')
    return { attempts, asked, twins: [await find(domain.name), await find(peer.domain)] }
  },
  controls: ({ twins }) => each(twins, accepted),
  judge: ({ attempts, asked }) =>
    all(
      each(attempts, (attempt) => status(attempt, 404)),
      notAsked(asked, 'the peer'),
    ),
})

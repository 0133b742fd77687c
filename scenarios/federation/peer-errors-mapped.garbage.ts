// What cannot be read as the answer that was asked for is no success (FD-07).
import { accepted, each, status } from '../../harness/match/answer.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'
import { anyJson, garbage } from '../../simulator/misbehaviour.ts'

export default defineScenario({
  requirement: 'federation/peer-errors-mapped',
  story: 'The gateway of another domain answers a search with half a body, another body, an error as a success, a page',
  world: withPeer,
  async probe({ appServer, peer, carol }) {
    const page = () => new Response('<h1>Welcome</h1>', { headers: { 'content-type': 'text/html' } })
    const answers = []
    for (const reply of [
      () => garbage(),
      () => anyJson({ keyPackage: 'AAAA' }),
      () => anyJson({ identities: 'none' }),
      () => anyJson({ identities: [{ tags: [] }] }),
      () => anyJson({ type: 'about:blank', title: 'Not found', status: 404 }),
      () => anyJson([]),
      page,
    ]) {
      peer.on('findClients', reply)
      answers.push(await appServer.findClients({ tag: carol.tag, domain: peer.domain }))
    }
    peer.on('findClients', () => ({ identities: [] }))
    return { answers, twin: await appServer.findClients({ tag: carol.tag, domain: peer.domain }) }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ answers }) => each(answers, (answer) => status(answer, 502)),
})

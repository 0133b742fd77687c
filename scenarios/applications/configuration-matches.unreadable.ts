// A list that cannot be read says nothing of an application: it is not federated with until it has been compared, once (AR-10, reading A-29).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { notAsked } from '../../harness/match/passed-on.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeerAlone } from '../../harness/world-plan.ts'
import { anyJson, breaksOff, garbage, serverError } from '../../simulator/misbehaviour.ts'

export default defineScenario({
  requirement: 'applications/configuration-matches',
  story:
    'The list of another gateway fails, is none, or has an entry that cannot be read; then it is right; then it fails',
  world: withPeerAlone,
  async probe({ appServer, peer, carol }) {
    const { configuration } = peer
    await peer.listsItself()
    peer.on('findClients', () => ({ identities: [] }))
    const find = () => appServer.findClients({ tag: carol.tag, domain: peer.domain })
    const attempts = []
    for (const reply of [
      () => serverError(500),
      () => serverError(503),
      breaksOff,
      () => garbage(),
      () => new Response('<h1>Welcome</h1>', { headers: { 'content-type': 'text/html' } }),
      () => anyJson(peer.entriesOf(configuration), 500),
      () => anyJson({ applications: [] }),
      () => anyJson({ id: configuration.id, length: 1 }),
      () => anyJson([]),
      () => anyJson([{ id: configuration.id }]),
      () => anyJson([{ id: configuration.id, identity: 'as agreed' }]),
    ]) {
      peer.on('listApplications', reply)
      attempts.push(await find())
    }
    const early = await peer.asked('findClients')
    peer.on('listApplications', () => [configuration])
    const twin = await find()
    peer.on('listApplications', () => serverError(503))
    return { attempts, early, twin, later: await find() }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ attempts, early, later }) => all(each(attempts, refused), notAsked(early, 'the peer'), accepted(later)),
})

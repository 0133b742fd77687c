// Of a list of applications the one entry counts that is about the application (AR-10, reading A-29).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { passedUnchanged } from '../../harness/match/passed-on.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeerAlone } from '../../harness/world-plan.ts'
import { anyJson } from '../../simulator/misbehaviour.ts'

export default defineScenario({
  requirement: 'applications/configuration-matches',
  story:
    "Another gateway lists Alice's application, its id in capitals, behind others and what is no application at all",
  world: withPeerAlone,
  async probe({ appServer, peer, carol, configuration }) {
    const inCapitals = { ...peer.configuration, id: peer.configuration.id.toUpperCase() }
    const applications = peer.entriesOf(configuration(), inCapitals)
    await peer.listsItself()
    peer.on('listApplications', () => anyJson([null, 'applications', { id: 7 }, {}, ...applications]))
    peer.on('findClients', () => ({ identities: [] }))
    const found = await appServer.findClients({ tag: carol.tag, domain: peer.domain })
    return { found, asked: await peer.asked('findClients') }
  },
  judge: ({ found, asked }) => all(accepted(found), passedUnchanged(asked, found)),
})

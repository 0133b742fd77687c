// A gateway need not list its applications: one that does not offer the list is federated with all the same (AR-11, reading A-29).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { passedUnchanged } from '../../harness/match/passed-on.ts'
import { defineScenario, type Variants } from '../../harness/scenario.ts'
import { withPeerAlone } from '../../harness/world-plan.ts'
import { anyJson } from '../../simulator/misbehaviour.ts'

const notOffered = (status: number, how: string) =>
  defineScenario({
    requirement: 'applications/configuration-matches',
    story: `Alice's application looks for Carol in the domain of a gateway that answers ${status} to whoever asks for its list: ${how}`,
    world: withPeerAlone,
    async probe({ appServer, peer, carol }) {
      await peer.listsItself()
      peer.on('listApplications', () => anyJson({ type: 'about:blank', status }, status))
      peer.on('findClients', () => ({ identities: [] }))
      const found = await appServer.findClients({ tag: carol.tag, domain: peer.domain })
      return { found, asked: await peer.asked('findClients') }
    },
    judge: ({ found, asked }) => all(accepted(found), passedUnchanged(asked, found)),
  })

export default {
  'not-implemented': notOffered(501, 'it has no such operation'),
  'not-found': notOffered(404, 'it has no such path'),
  'bad-request': notOffered(400, 'it takes the path for a mistake'),
} satisfies Variants

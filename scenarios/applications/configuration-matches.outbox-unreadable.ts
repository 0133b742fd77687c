// What is to be forwarded waits while the list of the other gateway cannot be read (AR-10; wire profile, section 6).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { hasReceived } from '../../harness/match/passed-on.ts'
import { equal } from '../../harness/match/value.ts'
import { takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeerAlone } from '../../harness/world-plan.ts'
import { anyJson, serverError } from '../../simulator/misbehaviour.ts'

export default defineScenario({
  requirement: 'applications/configuration-matches',
  story:
    'Alice commits in her group; the list of another gateway fails at first, is none the next time, and then is right',
  world: withPeerAlone,
  async probe({ peer, alice, register, group }) {
    await peer.listsItself()
    let lists = 0
    peer.on('listApplications', () => {
      lists += 1
      if (lists === 1) return serverError(503)
      return lists === 2 ? anyJson({}) : [peer.configuration]
    })
    takesPackets(peer)
    let early = 0
    peer.on('uploadCommit', () => {
      if (lists < 3) early += 1
      return undefined
    })
    const anna = await register(alice)
    const story = await group(anna)
    const committed = await story.upload(await story.session(anna).prepare())
    return { committed, asked: await peer.askedFor('uploadCommit'), early }
  },
  judge: ({ committed, asked, early }) =>
    all(
      accepted(committed),
      hasReceived(asked, committed),
      equal(early, 0, 'packets that came before the list could be read'),
    ),
})

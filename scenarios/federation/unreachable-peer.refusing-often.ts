// A packet that adds a client of the peer is kept for it however often it refuses (FD-02).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { hasReceived } from '../../harness/match/passed-on.ts'
import { takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { withPeer } from '../../harness/world-plan.ts'
import { isAccepted } from '../../simulator/answer.ts'
import { refusal } from '../../simulator/misbehaviour.ts'

/** How often the peer refuses, where it is asked so often within the time of a wait. */
const refusals = 6

export default defineScenario({
  requirement: 'federation/unreachable-peer',
  story:
    'Alice adds Carol, whose gateway refuses the commit over and over while it reads the group itself, and takes it in the end',
  world: withPeer,
  async probe({ peer, alice, carol, register, group, eventually }) {
    takesPackets(peer)
    peer.on('uploadCommit', () => refusal('invalid-commit'))
    const anna = await register(alice)
    const story = await group(anna)
    const { groupId } = story
    const own = await carol.keyPackage({ domain: peer.domain })
    const adding = await story.session(anna).prepare({ proposals: [{ type: 'add', keyPackage: own.message }] })
    const added = achieved(await story.upload(adding), 'A-39')
    // A gateway may wait until it hears of the peer; one that comes back by itself, and later, is given the time.
    const offered = async () => {
      await peer.calls.controlMessages({ groupId, startEpochId: 0n })
      return peer.asked('uploadCommit')
    }
    await eventually(offered, (seen) => seen.length >= refusals)
    peer.on('uploadCommit', () => undefined)
    const offers = await eventually(offered, (seen) => seen.some(isAccepted))
    return { added, taken: offers.filter(isAccepted) }
  },
  judge: ({ added, taken }) => all(accepted(added), hasReceived(taken, added)),
})

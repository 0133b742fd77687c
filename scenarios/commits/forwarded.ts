// A commit goes to every gateway that the application federates with (CM-13), where it is ordered here.
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { hasReceived } from '../../harness/match/passed-on.ts'
import { takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withTwoPeers } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'commits/forwarded',
  story:
    'Alice adds Bob in a group that was created at her gateway; two other gateways get commit, welcome and GroupInfo',
  world: withTwoPeers,
  async probe({ peer, otherPeer, alice, bob, register, group }) {
    takesPackets(peer)
    takesPackets(otherPeer)
    const [anna] = [await register(alice), await register(bob)]
    const story = await group(anna)
    const { message: keyPackage } = await bob.keyPackage()
    const uploaded = await story.upload(await story.session(anna).prepare({ proposals: [{ type: 'add', keyPackage }] }))
    return { uploaded, first: await peer.askedFor('uploadCommit'), second: await otherPeer.askedFor('uploadCommit') }
  },
  judge: ({ uploaded, first, second }) =>
    all(accepted(uploaded), hasReceived(first, uploaded), hasReceived(second, uploaded)),
})

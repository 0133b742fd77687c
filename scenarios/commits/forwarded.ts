// A commit goes to every gateway that the application federates with, byte for byte (CM-13), where it is ordered here.
import { accepted, each } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { hasReceived } from '../../harness/match/passed-on.ts'
import { takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withTwoPeers } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'commits/forwarded',
  story:
    'Alice adds Bob in a group that was created at her gateway, then renews her keys; two other gateways hear of both',
  world: withTwoPeers,
  async probe({ peer, otherPeer, alice, bob, register, group }) {
    takesPackets(peer)
    takesPackets(otherPeer)
    const [anna] = [await register(alice), await register(bob)]
    const story = await group(anna)
    const { message: keyPackage } = await bob.keyPackage()
    const commits = []
    for (const proposals of [[{ type: 'add', keyPackage } as const], []]) {
      const prepared = await story.session(anna).prepare({ proposals })
      commits.push(await story.upload(prepared))
      prepared.apply()
    }
    return {
      commits,
      first: await peer.askedFor('uploadCommit', 2),
      second: await otherPeer.askedFor('uploadCommit', 2),
    }
  },
  judge: ({ commits, first, second }) =>
    all(
      each(commits, accepted),
      // What comes with a commit is a matter of those who are invited by it.
      each(commits, (commit) => hasReceived(first, commit, ['commitPacket'])),
      each(commits, (commit) => hasReceived(second, commit, ['commitPacket'])),
    ),
})

// What is accepted while another gateway is still busy with what came before is not lost on it (FD-02).
import { accepted, each } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { hasReceived } from '../../harness/match/passed-on.ts'
import { takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'
import { type Answer, isAccepted } from '../../simulator/answer.ts'

export default defineScenario({
  requirement: 'federation/unreachable-peer',
  story: 'Another gateway takes its time over a commit of Alice, and answers when she has made two more',
  world: withPeer,
  async probe({ peer, alice, register, group, eventually }) {
    takesPackets(peer)
    let answer = () => {}
    const held = new Promise<undefined>((resolve) => {
      answer = () => resolve(undefined)
    })
    peer.on('uploadCommit', () => held)
    const anna = await register(alice)
    const story = await group(anna)
    const commits: Answer[] = []
    for (let count = 0; count < 3; count++) {
      const prepared = await story.session(anna).prepare()
      commits.push(await story.upload(prepared))
      prepared.apply()
      await eventually(
        () => peer.asked('uploadCommit'),
        (seen) => seen.length > 0,
      )
    }
    answer()
    const taken = await eventually(
      async () => (await peer.asked('uploadCommit')).filter(isAccepted),
      (seen) => commits.every((commit) => hasReceived(seen, commit).findings.length === 0),
    )
    return { commits, taken }
  },
  judge: ({ commits, taken }) =>
    all(
      each(commits, accepted),
      each(commits, (commit) => hasReceived(taken, commit)),
    ),
})

// A gateway that fails on a packet is sent it again until it has it, in order (FD-02).
import { accepted, each } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { hasReceived } from '../../harness/match/passed-on.ts'
import { takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'
import { breaksOff, serverError } from '../../simulator/misbehaviour.ts'

export default defineScenario({
  requirement: 'federation/unreachable-peer',
  story: 'Another gateway breaks the connection off, then fails with 503, then takes what Alice commits',
  world: withPeer,
  async probe({ peer, alice, register, group, eventually }) {
    takesPackets(peer)
    let attempts = 0
    peer.on('uploadCommit', () => {
      attempts++
      if (attempts === 1) return breaksOff()
      return attempts === 2 ? serverError(503) : undefined
    })
    const anna = await register(alice)
    const story = await group(anna)
    const commits = []
    for (let epoch = 0; epoch < 2; epoch++) {
      const prepared = await story.session(anna).prepare()
      commits.push(await story.upload(prepared))
      prepared.apply()
    }
    const taken = await eventually(
      async () => (await peer.asked('uploadCommit')).filter(({ status = 0 }) => status >= 200 && status < 300),
      (seen) => seen.length >= 2,
    )
    return { commits, taken }
  },
  judge: ({ commits, taken }) =>
    all(
      each(commits, accepted),
      each(commits, (commit) => hasReceived(taken, commit)),
    ),
})

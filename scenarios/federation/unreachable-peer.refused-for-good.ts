// A packet that another gateway refuses holds up nothing that comes after it, and brings nothing back that it has (FD-02, reading A-28).
import { accepted, each } from '../../harness/match/answer.ts'
import { forwardedOnce } from '../../harness/match/forwarding.ts'
import { all } from '../../harness/match/judgement.ts'
import { octets } from '../../harness/probe/finding.ts'
import { takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'
import { type Answer, isAccepted } from '../../simulator/answer.ts'
import { anyJson, refusal } from '../../simulator/misbehaviour.ts'

/** What the other gateway says to one commit after the other; those between the first and the last concern it no more than others. */
const answers: readonly (() => Response)[] = [
  () => new Response(null, { status: 200 }),
  () => anyJson({}, 400),
  () => refusal('invalid-commit'),
  () => anyJson({}, 499),
  () => new Response(null, { status: 204 }),
  () => new Response(null, { status: 299 }),
]

export default defineScenario({
  requirement: 'federation/unreachable-peer',
  story: 'Of six commits of Alice another gateway refuses the second, the third and the fourth, and takes the others',
  world: withPeer,
  async probe({ peer, alice, register, group, eventually }) {
    takesPackets(peer)
    const said = new Map<string, () => Response>()
    peer.on('uploadCommit', ({ input: { commitPacket } }) => {
      const packet = octets(commitPacket)
      const answer = said.get(packet) ?? answers[said.size]
      if (answer) said.set(packet, answer)
      return answer?.()
    })
    const anna = await register(alice)
    const story = await group(anna)
    const commits: Answer[] = []
    for (const _ of answers) {
      const prepared = await story.session(anna).prepare()
      commits.push(await story.upload(prepared))
      prepared.apply()
    }
    const asked = await eventually(
      () => peer.asked('uploadCommit'),
      (seen) => seen.filter(isAccepted).length >= 3,
    )
    return { commits, asked, taken: [0, 4, 5].flatMap((index) => commits[index] ?? []) }
  },
  judge: ({ commits, asked, taken }) =>
    all(
      each(commits, accepted),
      each(taken, (commit) => forwardedOnce(commit, asked)),
    ),
})

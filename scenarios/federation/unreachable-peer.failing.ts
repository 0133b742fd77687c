// A gateway that fails on a packet, in whichever way, is sent it again until it has it (FD-02).
import { accepted, each } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { hasReceived } from '../../harness/match/passed-on.ts'
import { octets } from '../../harness/probe/finding.ts'
import { takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'
import { isAccepted } from '../../simulator/answer.ts'
import { breaksOff, redirectTo, serverError } from '../../simulator/misbehaviour.ts'

/** Answers that say neither that the packet is there nor that it never will be. */
const failures: readonly (() => Response)[] = [
  breaksOff,
  () => serverError(500),
  () => serverError(503),
  () => serverError(599),
  () => new Response(null, { status: 300 }),
  () => redirectTo('/elsewhere'),
  () => new Response(null, { status: 408 }),
  () => new Response(null, { status: 429, headers: { 'retry-after': '0' } }),
]

export default defineScenario({
  requirement: 'federation/unreachable-peer',
  story: 'Another gateway meets each commit of Alice with a failure of another kind, and takes it the second time',
  world: withPeer,
  async probe({ peer, alice, register, group, eventually }) {
    takesPackets(peer)
    const met = new Set<string>()
    peer.on('uploadCommit', ({ input: { commitPacket } }) => {
      const packet = octets(commitPacket)
      const failure = met.has(packet) ? undefined : failures[met.size]
      met.add(packet)
      return failure?.()
    })
    const anna = await register(alice)
    const story = await group(anna)
    const commits = []
    for (const _ of failures) {
      const prepared = await story.session(anna).prepare()
      commits.push(await story.upload(prepared))
      prepared.apply()
    }
    const taken = await eventually(
      async () => (await peer.asked('uploadCommit')).filter(isAccepted),
      (seen) => seen.length >= failures.length,
    )
    return { commits, taken }
  },
  judge: ({ commits, taken }) =>
    all(
      each(commits, accepted),
      each(commits, (commit) => hasReceived(taken, commit)),
    ),
})

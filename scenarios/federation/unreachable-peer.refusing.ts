// A packet that adds a client of the peer is kept for it although it has refused: it comes again once the peer takes another (FD-02).
import { accepted, each } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { hasReceived } from '../../harness/match/passed-on.ts'
import { takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { withPeer } from '../../harness/world-plan.ts'
import type { CommitOptions } from '../../mls/member.ts'
import type { Answer } from '../../simulator/answer.ts'
import { refusal } from '../../simulator/misbehaviour.ts'

export default defineScenario({
  requirement: 'federation/unreachable-peer',
  story:
    'Alice adds Bob and Carol, whose gateway refuses the commit at first, then takes another one, and then this one too',
  world: withPeer,
  async probe({ peer, alice, bob, carol, register, group, eventually }) {
    takesPackets(peer)
    let isFirst = true
    peer.on('uploadCommit', () => {
      const answer = isFirst ? refusal('invalid-commit') : undefined
      isFirst = false
      return answer
    })
    const [anna] = [await register(alice), await register(bob)]
    const story = await group(anna)
    const commits: Answer[] = []
    const commit = async (options?: CommitOptions) => {
      const prepared = await story.session(anna).prepare(options)
      commits.push(achieved(await story.upload(prepared), 'A-39'))
      prepared.apply()
    }
    const packages = [await bob.keyPackage(), await carol.keyPackage({ domain: peer.domain })]
    await commit({ proposals: packages.map(({ message }) => ({ type: 'add', keyPackage: message })) })
    await peer.askedFor('uploadCommit')
    await commit()
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

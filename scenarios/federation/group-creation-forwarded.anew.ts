// A gateway that says it does not know a group is told of it from its creation on, each time (PX-05, readings ).
import { accepted, each } from '../../harness/match/answer.ts'
import { forwardedOnce } from '../../harness/match/forwarding.ts'
import { all } from '../../harness/match/judgement.ts'
import { hasReceived } from '../../harness/match/passed-on.ts'
import { equal } from '../../harness/match/value.ts'
import { takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'
import { type Answer, isAccepted } from '../../simulator/answer.ts'
import { refusal } from '../../simulator/misbehaviour.ts'

export default defineScenario({
  requirement: 'federation/group-creation-forwarded',
  story:
    'Twice another gateway has lost what it knew of a group of Alice when she commits, and she goes on while it is told of the creation',
  world: withPeer,
  async probe({ appServer, peer, alice, register, groupId, eventually }) {
    takesPackets(peer)
    await register(alice)
    const session = await alice.createGroup(groupId('lost'))
    const created = await appServer.createGroup(await session.export())
    const commits: Answer[] = []
    const commit = async () => {
      const prepared = await session.prepare()
      commits.push(await appServer.uploadCommit({ groupId: session.groupId, ...prepared.upload }))
      prepared.apply()
    }
    let knows = true
    let answer = () => {}
    let held: Promise<void> = Promise.resolve()
    peer.on('uploadCommit', () => (knows ? undefined : refusal('unknown-group')))
    peer.on('createGroup', async () => {
      await held
      knows = true
      return undefined
    })
    const told = (before: number) =>
      eventually(
        async () => (await peer.asked()).slice(before).filter(isAccepted),
        (seen) => commits.every((commit) => hasReceived(seen, commit).findings.length === 0),
      )
    await commit()
    await told(0)
    let before = (await peer.asked()).length
    knows = false
    await commit()
    const first = await told(before)
    const known = commits.length
    before = (await peer.asked()).length
    knows = false
    held = new Promise((resolve) => {
      answer = resolve
    })
    await commit()
    await eventually(
      async () => (await peer.asked()).slice(before),
      (seen) => seen.some(({ operation }) => operation === 'createGroup'),
    )
    await commit()
    answer()
    const second = await told(before)
    return { created, commits, known, first, second }
  },
  controls: ({ created, commits }) => all(accepted(created), each(commits, accepted)),
  judge: ({ created, commits, known, first, second }) =>
    all(
      ...[first, second].flatMap((told) => [
        equal(told[0]?.operation, 'createGroup', 'the first that the peer took'),
        hasReceived(told, created),
      ]),
      each(commits.slice(0, known), (commit) => hasReceived(first, commit)),
      each(commits, (commit) => hasReceived(second, commit)),
      each(commits.slice(known + 1), (commit) => forwardedOnce(commit, second)),
    ),
})

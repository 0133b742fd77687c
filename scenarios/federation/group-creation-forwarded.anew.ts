// A gateway that says it does not know a group is told of it from its creation on (PX-05, reading A-40).
import { accepted, each } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { hasReceived } from '../../harness/match/passed-on.ts'
import { equal } from '../../harness/match/value.ts'
import { takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'
import type { Answer } from '../../simulator/answer.ts'
import { refusal } from '../../simulator/misbehaviour.ts'

export default defineScenario({
  requirement: 'federation/group-creation-forwarded',
  story: 'Another gateway has lost what it knew of a group of Alice when she commits a third time',
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
    for (let count = 0; count < 2; count++) await commit()
    await peer.askedFor('uploadCommit', 2)
    const before = (await peer.asked()).length
    let knows = false
    peer.on('uploadCommit', () => (knows ? undefined : refusal('unknown-group')))
    peer.on('createGroup', () => {
      knows = true
      return undefined
    })
    await commit()
    const told = await eventually(
      async () => (await peer.asked()).slice(before).filter(({ status = 0 }) => status >= 200 && status < 300),
      (seen) => seen.filter(({ operation }) => operation === 'uploadCommit').length >= 3,
    )
    return { created, commits, told }
  },
  controls: ({ created, commits }) => all(accepted(created), each(commits, accepted)),
  judge: ({ created, commits, told }) =>
    all(
      equal(told[0]?.operation, 'createGroup', 'the first that the peer took'),
      hasReceived(told, created),
      each(commits, (commit) => hasReceived(told, commit)),
    ),
})

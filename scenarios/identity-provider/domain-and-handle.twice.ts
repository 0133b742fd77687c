// With domains a client is its domain and its handle together: both alike, it is the same one again (PX-06).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { clientOf, takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'
import { isAccepted } from '../../simulator/answer.ts'

export default defineScenario({
  requirement: 'identity-provider/domain-and-handle',
  story:
    'Bob adds a second leaf for Carol of another domain, who is in the group already; then he adds Dave of that domain',
  world: withPeer,
  editions: ['2023-03-17'],
  async probe({ appServer, peer, bob, carol, dave, mallory, register, group }) {
    takesPackets(peer)
    const bert = await register(bob)
    const story = await group(bert, clientOf(peer, carol))
    const adding = async (identity: Uint8Array, person: typeof dave) => {
      const { message: keyPackage } = await person.keyPackage({ identity, domain: peer.domain })
      return story.session(bert).prepare({ proposals: [{ type: 'add', keyPackage }] })
    }
    const before = await readGroup(appServer, story.groupId)
    const twice = await story.upload(await adding(carol.handle, mallory))
    const after = await readGroup(appServer, story.groupId)
    const twin = await story.upload(await adding(dave.handle, mallory))
    if (isAccepted(twin)) await peer.askedFor('uploadCommit', 2)
    return { before, twice, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, twice, after }) => all(refused(twice), allUnchanged(before, after)),
})

// With domains a client is its domain and its handle together: two of one handle are two clients (PX-06, reading A-42).
import { accepted, acceptedWith } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'
import { isAccepted } from '../../simulator/answer.ts'

export default defineScenario({
  requirement: 'identity-provider/domain-and-handle',
  story: 'Bob adds Alice, and then a client of another domain that has her handle',
  world: withPeer,
  editions: ['2023-03-17'],
  async probe({ appServer, domain, peer, alice, bob, dave, register, group }) {
    takesPackets(peer)
    const [anna, bert] = [await register(alice), await register(bob)]
    const story = await group(bert, anna)
    const { message: keyPackage } = await dave.keyPackage({ identity: alice.handle, domain: peer.domain })
    const added = await story.upload(await story.session(bert).prepare({ proposals: [{ type: 'add', keyPackage }] }))
    if (isAccepted(added)) await peer.askedFor('uploadCommit', 2)
    const invited = await appServer.welcomeMessages({ clientHandle: alice.handle, domain: domain.name })
    return { added, invited }
  },
  judge: ({ added, invited }) =>
    all(
      accepted(added),
      acceptedWith(invited, ({ joinInfos }) => equal(joinInfos.length, 1, "Alice's invitations")),
    ),
})

// A client whom another domain has added is welcomed by its own gateway (AR-17).
import { acceptedWith } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { finding, octets, sharedState } from '../../harness/probe/finding.ts'
import { startGroup } from '../../harness/probe/group.ts'
import { joinByWelcome } from '../../harness/probe/joining.ts'
import { clientOf, takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { withPeer } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'federation/welcome-across-domains',
  story: 'Carol adds Bob to a group of another domain; his own gateway has welcome and tree, and he joins with these',
  world: withPeer,
  async probe({ appServer, peer, bob, carol, register, groupId }) {
    takesPackets(peer)
    const cleo = clientOf(peer, carol)
    await register(bob)
    const own = await bob.keyPackage()
    const story = await startGroup(groupId('played'), cleo, [])
    const prepared = await story.session(cleo).prepare({ proposals: [{ type: 'add', keyPackage: own.message }] })
    achieved(await story.upload(prepared))
    prepared.apply()
    const invited = await appServer.welcomeMessages({ clientHandle: bob.handle })
    const joined = await finding(async () => sharedState(await joinByWelcome(bob, own, invited)))
    const { welcomePacket = new Uint8Array() } = prepared.upload
    return { invited, welcome: octets(welcomePacket), joined, state: sharedState(story.session(cleo)) }
  },
  judge: ({ invited, welcome, joined, state }) =>
    all(
      acceptedWith(invited, ({ joinInfos }) =>
        equal(
          joinInfos.map((one) => octets(one.welcome)),
          [welcome],
          `${invited.exchange.id}.joinInfos, welcomes`,
        ),
      ),
      equal(joined, state, "Bob's state"),
    ),
})

// The gateway of a client whom this domain has added can read its welcome and tree here (AR-17; wire profile, section 6).
import { acceptedWith } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { finding, octets, sharedState } from '../../harness/probe/finding.ts'
import { joinByWelcome } from '../../harness/probe/joining.ts'
import { takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { withPeer } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'federation/welcome-across-domains',
  story: "Alice adds Carol of another domain while that domain's gateway is away; back again, it fetches her welcome",
  world: withPeer,
  editions: ['2023-03-17'],
  async probe({ domain, peer, alice, carol, register, group, link }) {
    takesPackets(peer)
    const anna = await register(alice)
    const own = await carol.keyPackage()
    const story = await group(anna)
    await peer.askedFor('createGroup')
    const between = link(domain.name, peer.domain)
    await between.cut()
    const prepared = await story.session(anna).prepare({ proposals: [{ type: 'add', keyPackage: own.message }] })
    achieved(await story.upload(prepared))
    prepared.apply()
    const invited = await peer.calls.welcomeMessages({ clientHandle: carol.handle, domain: peer.domain })
    const joined = await finding(async () => sharedState(await joinByWelcome(carol, own, invited)))
    // What the gateway has still to deliver is taken, so that it does not try for ever.
    await between.heal()
    await peer.askedFor('uploadCommit')
    const { welcomePacket = new Uint8Array() } = prepared.upload
    return { invited, welcome: octets(welcomePacket), joined, state: sharedState(story.session(anna)) }
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
      equal(joined, state, "Carol's state"),
    ),
})

// Without domains a client belongs to the gateway at which it is registered, and its welcomes are for no other one.
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { octets } from '../../harness/probe/finding.ts'
import { takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'federation/welcome-across-domains',
  story:
    'Alice adds Bob, who is registered where she is, and Carol, who is not; another gateway asks for the welcomes of both',
  world: withPeer,
  // Where there are domains the calling gateway names its own.
  editions: ['2023-03-08'],
  async probe({ peer, alice, bob, carol, register, group }) {
    takesPackets(peer)
    const [anna] = [await register(alice), await register(bob)]
    const story = await group(anna)
    const packages = [await bob.keyPackage(), await carol.keyPackage()]
    const proposals = packages.map(({ message }) => ({ type: 'add' as const, keyPackage: message }))
    const { upload } = await story.commit(anna, { proposals })
    const welcomesOf = async ({ handle }: typeof bob) => peer.calls.welcomeMessages({ clientHandle: handle })
    return {
      welcome: octets(upload.welcomePacket ?? new Uint8Array()),
      bobs: await welcomesOf(bob),
      carols: await welcomesOf(carol),
    }
  },
  controls: ({ carols, welcome }) =>
    all(
      accepted(carols),
      equal(
        carols.value?.joinInfos.map((one) => octets(one.welcome)),
        [welcome],
        `${carols.exchange.id}.joinInfos, their welcomes`,
      ),
    ),
  judge: ({ bobs }) => equal(bobs.value?.joinInfos ?? [], [], `${bobs.exchange.id}.joinInfos`),
})

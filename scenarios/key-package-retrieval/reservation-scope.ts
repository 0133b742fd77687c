// The name of a receiver means something in the domain that calls with it, and nowhere else (PX-10).
import { accepted, each } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { gave, givenOnce } from '../../harness/match/key-package.ts'
import { octets } from '../../harness/probe/finding.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withTwoPeers } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-package-retrieval/reservation-scope',
  story: 'Two other gateways and her own application fetch a package of Alice for receivers of one name, twice each',
  world: withTwoPeers,
  credentials: true,
  async probe({ appServer, domain, peer, otherPeer, alice, register, keyQueue, label }) {
    const { clientId, ...client } = await register(alice)
    const { protocolVersion, cipherSuite, appLabel, ...queue } = await keyQueue({ clientId, ...client })
    await queue.fill(4)
    const asking = { clientId, protocolVersion, cipherSuite, appLabel, domain: domain.name }
    const fetch = (caller: typeof appServer) =>
      caller.retrieveKeyPackage({ ...asking, receiver_client_id: label('receiver') })
    const first = [await fetch(peer.calls), await fetch(otherPeer.calls), await fetch(appServer)]
    const again = [await fetch(peer.calls), await fetch(otherPeer.calls), await fetch(appServer)]
    return { first, again }
  },
  judge: ({ first, again }) =>
    all(
      each(first, accepted),
      givenOnce(first),
      ...again.map((answer, index) => {
        const keyPackage = first[index]?.value?.keyPackage ?? new Uint8Array()
        return gave(answer, 'the same as before', { 'the same as before': octets(keyPackage) })
      }),
    ),
})

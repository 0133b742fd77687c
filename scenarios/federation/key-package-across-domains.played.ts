// A key package of another domain reaches the asking application through both gateways, and can be used (AR-16).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { hasReceived } from '../../harness/match/passed-on.ts'
import { equal } from '../../harness/match/value.ts'
import { finding, octets, sharedState } from '../../harness/probe/finding.ts'
import { takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { reached } from '../../harness/unreachable.ts'
import { withPeer } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'federation/key-package-across-domains',
  story: 'Alice finds Carol in another domain, gets her key package through both gateways, and adds her to a group',
  world: withPeer,
  needs: ['groups'],
  async probe({ appServer, peer, alice, carol, register, group, label, world }) {
    takesPackets(peer)
    const own = await carol.keyPackage()
    const clientId = world.random.branch('client').uuid()
    const entry = { clientId, clientHandle: carol.handle, tags: [carol.tag] }
    peer.on('findClients', () => ({ identities: [entry] }))
    peer.on('retrieveKeyPackage', ({ input }) =>
      input.clientId === clientId
        ? { keyPackage: own.message, isFinalKey: false }
        : new Response(null, { status: 404 }),
    )
    const anna = await register(alice)
    const [found] = reached(await appServer.findClients({ tag: carol.tag, domain: peer.domain })).identities
    const given = await appServer.retrieveKeyPackage({
      clientId: found?.clientId ?? '',
      protocolVersion: 1,
      cipherSuite: carol.cipherSuite,
      receiver_client_id: label('alice'),
      domain: peer.domain,
    })
    const story = await group(anna)
    const prepared = await story.session(anna).prepare({
      proposals: [{ type: 'add', keyPackage: given.value?.keyPackage ?? own.message }],
    })
    const added = await story.upload(prepared)
    prepared.apply()
    const asked = await peer.askedFor('uploadCommit')
    const { welcomePacket = new Uint8Array() } = prepared.upload
    const joined = await finding(async () =>
      sharedState(await carol.join(own, { welcome: welcomePacket, ratchetTree: prepared.ratchetTree })),
    )
    return { given, package: octets(own.message), added, asked, joined, state: sharedState(story.session(anna)) }
  },
  judge: ({ given, package: message, added, asked, joined, state }) =>
    all(
      accepted(given),
      equal(given.value && octets(given.value.keyPackage), message, `${given.exchange.id}.keyPackage`),
      accepted(added),
      hasReceived(asked, added, ['commitPacket']),
      equal(joined, state, "Carol's state"),
    ),
})

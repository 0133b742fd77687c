// A key package of another domain reaches the asking application through both gateways, and can be used (AR-16).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { finding, octets, sharedState } from '../../harness/probe/finding.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { reached } from '../../harness/unreachable.ts'
import { withPeer } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'federation/key-package-across-domains',
  story: 'Alice finds Carol in another domain, gets her key package through both gateways, and welcomes her with it',
  world: withPeer,
  async probe({ appServer, peer, alice, carol, label, groupId, world }) {
    const own = await carol.keyPackage()
    const clientId = world.random.branch('client').uuid()
    const entry = { clientId, clientHandle: carol.handle, tags: [carol.tag] }
    peer.on('findClients', () => ({ identities: [entry] }))
    peer.on('retrieveKeyPackage', ({ input }) =>
      input.clientId === clientId
        ? { keyPackage: own.message, isFinalKey: false }
        : new Response(null, { status: 404 }),
    )
    const [found] = reached(await appServer.findClients({ tag: carol.tag, domain: peer.domain })).identities
    const given = await appServer.retrieveKeyPackage({
      clientId: found?.clientId ?? '',
      protocolVersion: 1,
      cipherSuite: carol.cipherSuite,
      receiver_client_id: label('alice'),
      domain: peer.domain,
    })
    const session = await alice.createGroup(groupId('own'))
    const joined = await finding(async () => {
      const keyPackage = given.value?.keyPackage ?? new Uint8Array()
      const { upload, ratchetTree, apply } = await session.prepare({ proposals: [{ type: 'add', keyPackage }] })
      apply()
      return sharedState(await carol.join(own, { welcome: upload.welcomePacket ?? new Uint8Array(), ratchetTree }))
    })
    return { given, message: octets(own.message), joined, state: sharedState(session) }
  },
  judge: ({ given, message, joined, state }) =>
    all(
      accepted(given),
      equal(given.value && octets(given.value.keyPackage), message, `${given.exchange.id}.keyPackage`),
      equal(joined, state, "Carol's state"),
    ),
})

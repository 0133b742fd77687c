// A key package from another gateway is judged like any other before an application gets it (KP-27).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'
import { forgeKeyPackage } from '../../mls/forge.ts'
import { seconds } from '../../simulator/clock.ts'

export default defineScenario({
  requirement: 'key-package-retrieval/proxied-package-validated',
  story: 'The gateway of Carol answers with key packages that are badly signed, expired, or no key packages of hers',
  world: withPeer,
  async probe({ appServer, peer, carol, label, world }) {
    const own = await carol.keyPackage()
    const fetch = (keyPackage: Uint8Array) => {
      peer.on('retrieveKeyPackage', () => ({ keyPackage, isFinalKey: false }))
      return appServer.retrieveKeyPackage({
        clientId: world.random.branch('client').uuid(),
        protocolVersion: 1,
        cipherSuite: carol.cipherSuite,
        receiver_client_id: label('receiver'),
        domain: peer.domain,
      })
    }
    const now = seconds(world.clock)
    const bad = [
      ...(await Promise.all(
        (
          [
            { kind: 'bad-signature' },
            { kind: 'bad-leaf-signature' },
            { kind: 'leaf-source', source: 'update' },
            { kind: 'init-key-is-encryption-key' },
            { kind: 'lifetime', notBefore: now - 7200n, notAfter: now - 3600n },
          ] as const
        ).map((flaw) => forgeKeyPackage(own, flaw)),
      )),
      (await carol.keyPackage({ cipherSuite: carol.cipherSuite === 3 ? 1 : 3 })).message,
      (await (await carol.createGroup(new Uint8Array([1]))).export()).groupInfo,
      new Uint8Array([1, 2, 3]),
    ]
    const attempts = []
    for (const message of bad) attempts.push(await fetch(message))
    return { attempts, twin: await fetch(own.message) }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ attempts }) => each(attempts, refused),
})

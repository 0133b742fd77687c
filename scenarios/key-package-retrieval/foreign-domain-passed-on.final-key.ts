// A final key of another domain arrives as what it is, and nothing is remembered in between (KP-03).
import { all } from '../../harness/match/judgement.ts'
import { gave, marksFinal, marksOrdinary } from '../../harness/match/key-package.ts'
import { passedUnchanged } from '../../harness/match/passed-on.ts'
import { named } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-package-retrieval/foreign-domain-passed-on',
  story: 'The gateway of Carol gives her final key, and after she refilled her queue an ordinary key package',
  world: withPeer,
  needs: ['final-keys'],
  async probe({ appServer, peer, carol, label, world }) {
    const [final, ordinary] = [await carol.keyPackage({ lastResort: true }), await carol.keyPackage()]
    const fetch = () =>
      appServer.retrieveKeyPackage({
        clientId: world.random.branch('client').uuid(),
        protocolVersion: 1,
        cipherSuite: carol.cipherSuite,
        receiver_client_id: label('receiver'),
        domain: peer.domain,
      })
    peer.on('retrieveKeyPackage', () => ({ keyPackage: final.message, isFinalKey: true }))
    const first = await fetch()
    peer.on('retrieveKeyPackage', () => ({ keyPackage: ordinary.message, isFinalKey: false }))
    const second = await fetch()
    return { first, second, asked: await peer.asked('retrieveKeyPackage'), packages: named({ final, ordinary }) }
  },
  judge: ({ first, second, asked, packages }) =>
    all(
      gave(first, 'final', packages),
      marksFinal(first),
      gave(second, 'ordinary', packages),
      marksOrdinary(second),
      passedUnchanged(asked, first),
    ),
})

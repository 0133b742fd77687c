// A fetch in another domain reaches that domain's gateway as it was put, receiver and all, and its answer comes back (KP-03).
import { all } from '../../harness/match/judgement.ts'
import { gave, marksOrdinary } from '../../harness/match/key-package.ts'
import { passedUnchanged } from '../../harness/match/passed-on.ts'
import { numbered } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-package-retrieval/foreign-domain-passed-on',
  story: "Alice's application fetches a key package of Carol in another domain, for a device of Alice's",
  world: withPeer,
  async probe({ appServer, peer, carol, label, world }) {
    const own = await carol.keyPackage()
    peer.on('retrieveKeyPackage', () => ({ keyPackage: own.message, isFinalKey: false }))
    const given = await appServer.retrieveKeyPackage({
      clientId: world.random.branch('client').uuid(),
      protocolVersion: 1,
      cipherSuite: carol.cipherSuite,
      appLabel: label('calls & more'),
      receiver_client_id: label('alice/phone+1'),
      domain: peer.domain,
    })
    return { given, asked: await peer.asked('retrieveKeyPackage'), packages: numbered([own]) }
  },
  judge: ({ given, asked, packages }) =>
    all(gave(given, 'package 1', packages), marksOrdinary(given), passedUnchanged(asked, given)),
})

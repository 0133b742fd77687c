// Another gateway gets a key package of a client, and does not need to know more than the client's id (KP-01).
import { all } from '../../harness/match/judgement.ts'
import { gave, marksOrdinary } from '../../harness/match/key-package.ts'
import { numbered } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-package-retrieval/supported-for-gateways',
  story: 'The gateway of another domain fetches a key package of Alice for a client of its own',
  world: withPeer,
  async probe({ peer, domain, alice, register, keyQueue, label }) {
    const client = await register(alice)
    const { protocolVersion, cipherSuite, appLabel, ...queue } = await keyQueue(client)
    const packages = numbered(await queue.fill(1))
    const given = await peer.calls.retrieveKeyPackage({
      clientId: client.clientId,
      protocolVersion,
      cipherSuite,
      appLabel,
      receiver_client_id: label('carol'),
      domain: domain.name,
    })
    return { given, packages }
  },
  judge: ({ given, packages }) => all(gave(given, 'package 1', packages), marksOrdinary(given)),
})

// Key packages of a client who lives in another domain, asked for at the own gateway.
import { all } from '../../harness/match/judgement.ts'
import { gave, marksOrdinary } from '../../harness/match/key-package.ts'
import { named, only } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { reached } from '../../harness/unreachable.ts'
import { twoDomains } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'federation/key-package-across-domains',
  story: "Alice asks her own gateway for key packages of two of Carol's queues in the other domain, and of nobody else",
  world: twoDomains,
  async probe({ appServer, farDomain, alice, bob, carol, dave, register, keyQueue, label }) {
    const receiver_client_id = (await register(alice)).clientId
    // Bob's queue at the near gateway and Dave's at the far one ask to be mistaken for Carol's.
    const appLabel = label('calls')
    const [near, far, other] = [await register(bob), await register(carol), await register(dave)]
    const queues = {
      near: await keyQueue(near, { appLabel }),
      wanted: await keyQueue(far, { appLabel }),
      second: await keyQueue(far),
      other: await keyQueue(other, { appLabel }),
    }
    const packages = named({
      "Bob's": only(await queues.near.fill(1)),
      "Carol's": only(await queues.wanted.fill(1)),
      "Carol's second": only(await queues.second.fill(1)),
      "Dave's": only(await queues.other.fill(1)),
    })
    const domain = farDomain.name
    const [found] = reached(await appServer.findClients({ tag: carol.tag, domain })).identities
    const fetch = ({ protocolVersion, cipherSuite, appLabel }: typeof queues.wanted) =>
      appServer.retrieveKeyPackage({
        clientId: found?.clientId ?? '',
        ...{ protocolVersion, cipherSuite, appLabel, receiver_client_id, domain },
      })
    const [first, second] = [await fetch(queues.wanted), await fetch(queues.second)]
    return { packages, first, second, again: await fetch(queues.wanted) }
  },
  judge: ({ packages, first, second, again }) =>
    all(
      gave(first, "Carol's", packages),
      marksOrdinary(first),
      gave(second, "Carol's second", packages),
      gave(again, "Carol's", packages),
    ),
})

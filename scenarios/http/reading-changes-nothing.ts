// HEAD reserves no key package, and searching changes nothing (HX-14; RFC 9110, section 9.2.1).
import { accepted, acceptedWith, answered, each } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal, unchanged } from '../../harness/match/value.ts'
import { setMethod } from '../../harness/probe/raw-request.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'http/reading-changes-nothing',
  story: "One receiver sends HEAD for the only key package of Alice's queue; another one then gets it",
  world: oneDomain,
  async probe({ appServer, alice, register, keyQueue, label }) {
    const client = await register(alice)
    const queue = await keyQueue(client)
    const before = await appServer.findClients({ tag: alice.tag })
    const [own] = await queue.fill(1)
    const { protocolVersion, cipherSuite, appLabel } = queue
    const attributes = { clientId: client.clientId, protocolVersion, cipherSuite, appLabel }
    const heads = []
    for (const receiver of [label('first'), label('second')]) {
      const input = { ...attributes, receiver_client_id: receiver }
      heads.push(await appServer.retrieveKeyPackage(input, setMethod('HEAD')))
    }
    const served = await queue.fetch(label('third'))
    const after = await appServer.findClients({ tag: alice.tag })
    return { before, heads, served, after, uploaded: Buffer.from(own?.message ?? []).toString('base64') }
  },
  controls: ({ before }) => accepted(before),
  judge: ({ before, heads, served, after, uploaded }) =>
    all(
      each(heads, answered),
      acceptedWith(served, ({ keyPackage }) => equal(keyPackage, uploaded, `${served.exchange.id}.keyPackage`)),
      unchanged(before, after),
    ),
})

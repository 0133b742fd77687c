// HEAD for a key package of another domain has none reserved there either (HX-14; RFC 9110, section 9.2.1).
import { accepted, answered } from '../../harness/match/answer.ts'
import { all, type Judgement } from '../../harness/match/judgement.ts'
import { notAsked, passedUnchanged } from '../../harness/match/passed-on.ts'
import { holds } from '../../harness/match/value.ts'
import { setMethod } from '../../harness/probe/raw-request.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'
import type { Answer } from '../../simulator/answer.ts'

export default defineScenario({
  requirement: 'http/reading-changes-nothing',
  story: "Alice's application sends HEAD for a key package of Carol, who is of another domain, and then asks for it",
  world: withPeer,
  async probe({ appServer, peer, carol, label, world }) {
    const { message: keyPackage } = await carol.keyPackage({ domain: peer.domain })
    peer.on('retrieveKeyPackage', () => ({ keyPackage, isFinalKey: false }))
    const input = {
      clientId: world.random.branch('client').uuid(),
      protocolVersion: 1,
      cipherSuite: carol.cipherSuite,
      receiver_client_id: label('receiver'),
      domain: peer.domain,
    }
    const head = await appServer.retrieveKeyPackage(input, setMethod('HEAD'))
    const early = await peer.asked('retrieveKeyPackage')
    const fetched = await appServer.retrieveKeyPackage(input)
    return { head, early, fetched, asked: await peer.asked('retrieveKeyPackage') }
  },
  controls: ({ fetched, asked }) => all(accepted(fetched), passedUnchanged(asked, fetched)),
  judge: ({ head, early }) => all(answered(head), asGet(head), notAsked(early, 'the peer')),
})

/** A gateway need not know HEAD; where it does, the answer is that of GET but for the body. */
function asGet({ status = 0, exchange: { id } }: Answer): Judgement {
  return holds((status >= 200 && status < 300) || status === 405 || status === 501, {
    expected: 'the status of GET, or 405 or 501',
    actual: String(status),
    at: `${id}.status`,
  })
}

// A body far over the limit is turned away, and the gateway is there for the next request (HX-09).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all, type Judgement } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { rewriteBody } from '../../harness/probe/raw-request.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import type { Answer } from '../../simulator/answer.ts'

export default defineScenario({
  requirement: 'limits/oversized-body',
  story: 'An application server registers Alice with a body of twice the limit, then with one of common size',
  world: oneDomain,
  async probe({ appServer, alice, bob, register, bodyLimit }) {
    await register(bob, { tags: [alice.tag] })
    const client = { clientHandle: alice.handle, tags: [alice.tag] }
    const before = await appServer.findClients({ tag: alice.tag })
    const oversized = await appServer.registerClient(
      client,
      rewriteBody((text) => text.padEnd(2 * bodyLimit)),
    )
    const after = await appServer.findClients({ tag: alice.tag })
    const twin = await appServer.registerClient(client)
    return { before, oversized, after, twin }
  },
  controls: ({ before, twin }) => all(accepted(before), accepted(twin)),
  judge: ({ before, oversized, after }) => all(refusedOrClosed(oversized), accepted(after), unchanged(before, after)),
})

/** A connection that is closed on an oversized body is a refusal too. */
function refusedOrClosed(answer: Answer): Judgement {
  return answer.status === undefined ? { ...all(), demands: 1, refusals: 1 } : refused(answer)
}

// The limit on bodies is where the gateway says it is (PX-11).
import { accepted, refused, status } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { rewriteBody } from '../../harness/probe/raw-request.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'limits/body-size',
  story: 'An application server pads a registration with blanks to one octet over the limit, then to one below it',
  world: oneDomain,
  async probe({ appServer, alice, bob, bodyLimit }) {
    const padded = (length: number) => rewriteBody((text) => text.padEnd(length))
    const tags = [alice.tag]
    const before = await appServer.findClients({ tag: alice.tag })
    const over = await appServer.registerClient({ clientHandle: alice.handle, tags }, padded(bodyLimit + 1))
    const after = await appServer.findClients({ tag: alice.tag })
    const below = await appServer.registerClient({ clientHandle: alice.handle, tags }, padded(bodyLimit - 1))
    const small = await appServer.registerClient({ clientHandle: bob.handle, tags }, padded(2000))
    return { before, over, after, below, small }
  },
  controls: ({ small }) => accepted(small),
  judge: ({ before, over, after, below }) =>
    all(refused(over), status(over, 413), unchanged(before, after), accepted(below)),
})

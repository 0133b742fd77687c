// JSON may be 32 levels deep (PX-11).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { rewriteBody } from '../../harness/probe/raw-request.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

const levels = 32

export default defineScenario({
  requirement: 'limits/json-depth',
  story: 'An application server adds a member nobody knows to a registration, so that it is 33, 32 and 3 levels deep',
  world: oneDomain,
  async probe({ appServer, alice, bob }) {
    const tags = [alice.tag]
    // The body itself is the first level.
    const nested = (depth: number) =>
      rewriteBody((text) => text.replace(/\}$/, `,"note":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`))
    const before = await appServer.findClients({ tag: alice.tag })
    const over = await appServer.registerClient({ clientHandle: alice.handle, tags }, nested(levels + 1))
    const after = await appServer.findClients({ tag: alice.tag })
    const exact = await appServer.registerClient({ clientHandle: alice.handle, tags }, nested(levels))
    const shallow = await appServer.registerClient({ clientHandle: bob.handle, tags }, nested(3))
    return { before, over, after, exact, shallow }
  },
  controls: ({ shallow }) => accepted(shallow),
  judge: ({ before, over, after, exact }) => all(refused(over), unchanged(before, after), accepted(exact)),
})

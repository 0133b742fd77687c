// A handle that another client holds is not given away, and nothing else of the request is done (ID-08).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'client-editing/handle-conflict',
  story: "An application server gives Alice Bob's handle, another tag, and takes one away, all in one request",
  world: oneDomain,
  async probe({ appServer, alice, bob, register, label }) {
    const [tag, old] = [label('watched'), label('old device')]
    const { clientId } = await register(alice, { tags: [tag, old] })
    await register(bob, { tags: [tag] })
    const change = { clientId, tagsToAdd: [label('new device')], tagsToRemove: [old] }
    const before = await appServer.findClients({ tag })
    const taken = await appServer.editClient({ ...change, clientHandle: bob.handle })
    const after = await appServer.findClients({ tag })
    const free = new TextEncoder().encode(label('alice.renamed'))
    const twin = await appServer.editClient({ ...change, clientHandle: free })
    return { before, taken, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, taken, after }) => all(refused(taken), unchanged(before, after)),
})

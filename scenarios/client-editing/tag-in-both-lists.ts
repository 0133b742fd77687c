// A tag cannot be added and removed at once (ID-22).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'client-editing/tag-in-both-lists',
  story: 'An application server adds and removes one tag of Alice in one request, beside another that is new',
  world: oneDomain,
  async probe({ appServer, alice, register, label }) {
    const [disputed, added] = [label('disputed'), label('added')]
    const { clientId } = await register(alice, { tags: [alice.tag, disputed] })
    const change = { clientId, clientHandle: alice.handle, tagsToRemove: [disputed] }
    const before = await appServer.findClients({ tag: alice.tag })
    const both = await appServer.editClient({ ...change, tagsToAdd: [added, disputed] })
    const after = await appServer.findClients({ tag: alice.tag })
    const twin = await appServer.editClient({ ...change, tagsToAdd: [added] })
    return { before, both, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, both, after }) => all(refused(both), unchanged(before, after)),
})

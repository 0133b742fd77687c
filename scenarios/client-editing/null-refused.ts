// `null` is no value of any member of an edit (ID-23).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { setMembers } from '../../harness/probe/raw-request.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'client-editing/null-refused',
  story: 'An application server edits Alice with one member after the other set to null',
  world: oneDomain,
  async probe({ appServer, alice, register, label }) {
    const { clientId } = await register(alice)
    const change = {
      clientId,
      clientHandle: new TextEncoder().encode(label('alice.renamed')),
      tagsToAdd: [label('added')],
      tagsToRemove: [label('never there')],
    }
    const before = await appServer.findClients({ tag: alice.tag })
    const nulls = []
    for (const member of ['clientHandle', 'tagsToAdd', 'tagsToRemove']) {
      nulls.push(await appServer.editClient(change, setMembers({ [member]: null })))
    }
    const after = await appServer.findClients({ tag: alice.tag })
    const twin = await appServer.editClient(change)
    return { before, nulls, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, nulls, after }) => all(each(nulls, refused), unchanged(before, after)),
})

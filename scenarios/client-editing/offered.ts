// A gateway that lets clients be edited does so when asked for the plainest change (ID-07).
import { accepted } from '../../harness/match/answer.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'client-editing/offered',
  story: 'An application server gives Alice another handle, a new tag, and takes one away',
  world: oneDomain,
  async probe({ appServer, alice, register, label }) {
    const [old, added] = [label('old device'), label('new device')]
    const { clientId } = await register(alice, { tags: [old] })
    const clientHandle = new TextEncoder().encode(label('alice.renamed'))
    return { edited: await appServer.editClient({ clientId, clientHandle, tagsToAdd: [added], tagsToRemove: [old] }) }
  },
  judge: ({ edited }) => accepted(edited),
})

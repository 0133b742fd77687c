// A successful edit shows the client as it is now, or says nothing at all (ID-24).
import { accepted, status } from '../../harness/match/answer.ts'
import { shows } from '../../harness/match/client.ts'
import { all } from '../../harness/match/judgement.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'client-editing/success-answer',
  story: 'Alice gets another handle and another tag, and the answer is looked at',
  world: oneDomain,
  async probe({ appServer, alice, label }) {
    const [old, added, handle] = [label('old device'), label('new device'), label('alice.renamed')]
    const registered = achieved(await appServer.registerClient({ clientHandle: alice.handle, tags: [alice.tag, old] }))
    const edited = await appServer.editClient({
      clientId: registered.value?.clientId ?? '',
      clientHandle: new TextEncoder().encode(handle),
      tagsToAdd: [added],
      tagsToRemove: [old],
    })
    return { registered, edited, handle, tags: [alice.tag, added] }
  },
  judge: ({ registered, edited, handle, tags }) =>
    all(status(edited, 200, 204), edited.value ? shows(edited, { registered, handle, tags }) : accepted(edited)),
})

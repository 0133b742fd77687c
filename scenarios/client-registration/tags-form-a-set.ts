// A tag that is given twice is there once (ID-21).
import { accepted } from '../../harness/match/answer.ts'
import { finds } from '../../harness/match/client.ts'
import { all } from '../../harness/match/judgement.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'client-registration/tags-form-a-set',
  story: 'Alice is registered with a tag given twice, and gets it a third time',
  world: oneDomain,
  async probe({ appServer, alice, label, has }) {
    const tags = [alice.tag, label('moderator')]
    const registered = await appServer.registerClient({ clientHandle: alice.handle, tags: [...tags, alice.tag] })
    const first = await appServer.findClients({ tag: alice.tag })
    const clientId = registered.value?.clientId ?? ''
    const again = [alice.tag, alice.tag]
    const change = { clientId, clientHandle: alice.handle, tagsToAdd: again, tagsToRemove: [] }
    const edits = has('edit-client') ? [await appServer.editClient(change)] : []
    const second = await appServer.findClients({ tag: alice.tag })
    return { registered, first, edits, second, tags, handle: alice.handleText }
  },
  judge: ({ registered, first, edits, second, tags, handle }) =>
    all(
      accepted(registered),
      finds(first, [{ registered, handle, tags }]),
      ...edits.map(accepted),
      finds(second, [{ registered, handle, tags }]),
    ),
})

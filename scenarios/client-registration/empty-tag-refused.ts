// An empty text is no tag (ID-21).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'client-registration/empty-tag-refused',
  story: 'An application server registers Alice with a tag and an empty one',
  world: oneDomain,
  async probe({ appServer, alice, label }) {
    const { handle: clientHandle, tag } = alice
    const before = await appServer.findClients({ tag })
    const empty = await appServer.registerClient({ clientHandle, tags: [tag, ''] })
    const after = await appServer.findClients({ tag })
    const twin = await appServer.registerClient({ clientHandle, tags: [tag, label('moderator')] })
    return { before, empty, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, empty, after }) => all(refused(empty), unchanged(before, after)),
})

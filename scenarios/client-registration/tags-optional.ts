// A client may have no tags (ID-11).
import { accepted } from '../../harness/match/answer.ts'
import { shows } from '../../harness/match/client.ts'
import { all } from '../../harness/match/judgement.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'client-registration/tags-optional',
  story: 'An application server registers Alice without any tag',
  world: oneDomain,
  async probe({ appServer, alice, has }) {
    const registered = await appServer.registerClient({ clientHandle: alice.handle, tags: [] })
    const clientId = registered.value?.clientId ?? ''
    const read = has('retrieve-client') ? [await appServer.retrieveClient({ clientId })] : []
    return { registered, read, handle: alice.handleText }
  },
  judge: ({ registered, read, handle }) =>
    all(accepted(registered), ...read.map((one) => shows(one, { registered, handle, tags: [] }))),
})

// A client is in nobody's way by keeping its handle (ID-09).
import { accepted } from '../../harness/match/answer.ts'
import { finds } from '../../harness/match/client.ts'
import { all } from '../../harness/match/judgement.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'client-editing/own-handle-no-conflict',
  story: 'An application server gives Alice the handle she has',
  world: oneDomain,
  async probe({ appServer, alice }) {
    const tags = [alice.tag]
    const registered = achieved(await appServer.registerClient({ clientHandle: alice.handle, tags }))
    const clientId = registered.value?.clientId ?? ''
    const clientHandle = alice.handle
    const edited = await appServer.editClient({ clientId, clientHandle, tagsToAdd: [], tagsToRemove: [] })
    const found = await appServer.findClients({ tag: alice.tag })
    return { registered, edited, found, handle: alice.handleText, tags }
  },
  judge: ({ registered, edited, found, handle, tags }) =>
    all(accepted(edited), finds(found, [{ registered, handle, tags }])),
})

// UUIDs are read in either case and written in lower case (HX-16; RFC 9562, section 4).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'http/uuid-case',
  story: 'An application server writes the ids of its application and of Alice in capital letters',
  world: oneDomain,
  async probe({ appServer, alice, has }) {
    const registered = achieved(await appServer.registerClient({ clientHandle: alice.handle, tags: [alice.tag] }))
    const clientId = registered.value?.clientId.toUpperCase() ?? ''
    const inCapitals = appServer.with({ appId: appServer.appId.toUpperCase() })
    const found = await inCapitals.findClients({ tag: alice.tag })
    const read = has('retrieve-client') ? [await inCapitals.retrieveClient({ clientId })] : []
    const change = { clientId, clientHandle: alice.handle, tagsToAdd: [], tagsToRemove: [] }
    const edited = has('edit-client') ? [await inCapitals.editClient(change)] : []
    return { registered, found, read, edited }
  },
  controls: ({ registered }) => accepted(registered),
  judge({ registered, found, read, edited }) {
    const id = registered.value?.clientId
    return all(
      equal(id, id?.toLowerCase(), `${registered.exchange.id}.clientId`),
      accepted(found),
      ...[...read, ...edited].map(accepted),
      ...read.map(({ value, exchange }) => equal(value?.clientId, id?.toLowerCase(), `${exchange.id}.clientId`)),
    )
  },
})

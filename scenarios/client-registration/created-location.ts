// A new client is created: 201, and a Location that leads to it (ID-01; RFC 9110, section 9.3.3).
import { header, status } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'client-registration/created-location',
  story: 'An application server registers Alice and looks at where she is',
  world: oneDomain,
  async probe({ appServer, alice }) {
    const registered = await appServer.registerClient({ clientHandle: alice.handle, tags: [alice.tag] })
    return { registered, appId: appServer.appId }
  },
  judge({ registered, appId }) {
    const { request, response, id } = registered.exchange
    const location = response?.headers.find(([name]) => name.toLowerCase() === 'location')?.[1] ?? ''
    const base = `http://gateway.invalid${request.target}`
    const path = URL.canParse(location, base) ? new URL(location, base).pathname : location
    const expected = `/apps/${appId}/clients/${registered.value?.clientId}`.toLowerCase()
    return all(
      status(registered, 201),
      header(registered, 'location'),
      equal(path.toLowerCase().slice(-expected.length), expected, `${id}.headers, end of Location`),
    )
  },
})

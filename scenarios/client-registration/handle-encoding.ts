// Where a handle is a JSON string it is the handle itself, whatever it looks like (ID-14).
import { accepted, acceptedWith, each } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { setMembers } from '../../harness/probe/raw-request.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'client-registration/handle-encoding',
  story: 'An application server registers handles that look like Base64 or go beyond ASCII, and reads them back',
  world: oneDomain,
  editions: ['2023-03-17'],
  async probe({ appServer, alice, label }) {
    const unique = label('h').slice(2)
    const handles = [`YWxpY2U${unique}=`, `Zoë 👋🏽 ${unique}`, `a"\\b/${unique}`]
    const registered = []
    const found = []
    for (const [index, handle] of handles.entries()) {
      const tag = label(`handle ${index}`)
      const input = { clientHandle: alice.handle, tags: [tag] }
      registered.push(await appServer.registerClient(input, setMembers({ clientHandle: handle })))
      found.push(await appServer.findClients({ tag }))
    }
    return { registered, found, handles }
  },
  judge: ({ registered, found, handles }) =>
    all(
      each(registered, accepted),
      ...found.map((one, index) =>
        acceptedWith(one, () => {
          const json = one.json as { identities: { clientHandle?: unknown }[] }
          const at = `${one.exchange.id}.identities.0.clientHandle`
          return equal(json.identities[0]?.clientHandle, handles[index], at)
        }),
      ),
    ),
})

// A method that a resource does not have is answered with 405 and those it has (HX-07; RFC 9110, section 15.5.6).
import { accepted, each, header, refused, status } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { setMethod } from '../../harness/probe/raw-request.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'http/method-not-allowed',
  story: 'An application server puts, patches and deletes the clients of its application as a whole',
  world: oneDomain,
  async probe({ appServer, alice, bob, register }) {
    await register(alice)
    const client = { clientHandle: bob.handle, tags: [alice.tag] }
    const before = await appServer.findClients({ tag: alice.tag })
    const wrong = [
      await appServer.registerClient(client, setMethod('PUT')),
      await appServer.registerClient(client, setMethod('PATCH')),
      await appServer.findClients({ tag: alice.tag }, setMethod('DELETE')),
    ]
    const after = await appServer.findClients({ tag: alice.tag })
    const twin = await appServer.registerClient(client)
    return { before, wrong, after, twin }
  },
  controls: ({ before, twin }) => all(accepted(before), accepted(twin)),
  judge: ({ before, wrong, after }) =>
    all(
      each(wrong, refused),
      each(wrong, (answer) => status(answer, 405)),
      each(wrong, (answer) => header(answer, 'allow', /\bGET\b/)),
      each(wrong, (answer) => header(answer, 'allow', /\bPOST\b/)),
      unchanged(before, after),
    ),
})

// What a request does is decided by its method and by nothing beside it (HX-08).
import { accepted, answered, each } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { inOrder, rewriteTarget, setHeader, setMethod } from '../../harness/probe/raw-request.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

const names = ['x-http-method-override', 'x-http-method', 'x-method-override']

export default defineScenario({
  requirement: 'http/no-method-override',
  story: 'An application server posts to and reads Alice, and asks by header and query to have her deleted',
  world: oneDomain,
  needs: ['delete-client'],
  async probe({ appServer, alice, register }) {
    const { clientId } = await register(alice)
    const inQuery = rewriteTarget((target) => `${target}?_method=DELETE`)
    const overriding = names.flatMap((name) => {
      const override = setHeader(name, 'DELETE')
      return [inOrder(override, setMethod('POST')), inOrder(override, setMethod('GET'))]
    })
    const before = await appServer.findClients({ tag: alice.tag })
    const disguised = []
    for (const alter of [...overriding, inOrder(inQuery, setMethod('POST')), inOrder(inQuery, setMethod('GET'))])
      disguised.push(await appServer.deleteClient({ clientId }, alter))
    const after = await appServer.findClients({ tag: alice.tag })
    const twin = await appServer.deleteClient({ clientId })
    return { before, disguised, after, twin }
  },
  controls: ({ before, twin }) => all(accepted(before), accepted(twin)),
  judge: ({ before, disguised, after }) => all(each(disguised, answered), unchanged(before, after)),
})

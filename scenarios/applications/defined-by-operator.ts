// An application server defines no application, be it its own or one that nobody has (PX-01).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { Unreachable } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import type { Answer } from '../../simulator/answer.ts'

export default defineScenario({
  requirement: 'applications/defined-by-operator',
  story:
    'An application server gives its application a second server, which registers Alice, and defines another one, in which it registers Bob',
  world: oneDomain,
  credentials: true,
  needs: ['define-application'],
  async probe({ domain, operator, appServer, alice, bob, configuration }) {
    const [own = '', second] = domain.applicationServers
    if (second === undefined) throw new Unreachable("the target's instance names fewer than two application servers")
    const fresh = configuration()
    const definitions = [
      { configuration: { ...fresh, id: appServer.appId }, applicationServers: [own, second], client: alice },
      { configuration: fresh, applicationServers: [own], client: bob },
    ]
    const define = async (caller: typeof operator) => {
      const answers: Answer[] = []
      for (const { client, ...definition } of definitions) {
        const { id: appId } = definition.configuration
        answers.push(await caller.call('defineApplication', { ...definition, appId, federatesWith: [] }))
        const server = domain.applicationServer(definition.applicationServers.at(-1) ?? own, appId)
        answers.push(await server.registerClient({ clientHandle: client.handle, tags: [client.tag] }))
      }
      return answers
    }
    return { uninvited: await define(appServer.caller), twins: await define(operator) }
  },
  controls: ({ twins }) => each(twins, accepted),
  judge: ({ uninvited }) => each(uninvited, refused),
})

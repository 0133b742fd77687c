// No application server makes itself that of another application by defining it anew (AR-06).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { twoApplications } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'gateway-access/no-foreign-writes',
  story:
    "Another application's server defines Alice's application anew, with itself as a second server, and registers Bob in it",
  world: twoApplications,
  credentials: true,
  needs: ['define-application'],
  async probe({ domain, operator, appServer, otherAppServer, alice, bob, register, configuration }) {
    const { appId } = appServer
    const intruder = otherAppServer.with({ appId })
    await register(alice)
    const definition = {
      configuration: { ...configuration(), id: appId },
      applicationServers: domain.applicationServers.slice(0, 2),
      federatesWith: [],
    }
    const enter = () => intruder.registerClient({ clientHandle: bob.handle, tags: [alice.tag] })
    const search = () => appServer.findClients({ tag: alice.tag })
    const before = await search()
    const foreign = [await intruder.defineApplication(definition), await enter()]
    const after = await search()
    const twins = [await operator.call('defineApplication', { appId, ...definition }), await enter()]
    return { before, foreign, after, twins }
  },
  controls: ({ before, twins }) => all(accepted(before), each(twins, accepted)),
  judge: ({ before, foreign, after }) => all(each(foreign, refused), unchanged(before, after)),
})

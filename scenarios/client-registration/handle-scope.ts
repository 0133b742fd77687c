// Two applications know nothing of each other's handles (ID-04, reading A-06).
import { accepted, each } from '../../harness/match/answer.ts'
import { findsIds } from '../../harness/match/client.ts'
import { all } from '../../harness/match/judgement.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { twoApplications } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'client-registration/handle-scope',
  story: 'Two application servers register the same handle, each in its own application',
  world: twoApplications,
  async probe({ appServer, otherAppServer, alice }) {
    const tags = [alice.tag]
    const registered = [
      await appServer.registerClient({ clientHandle: alice.handle, tags }),
      await otherAppServer.registerClient({ clientHandle: alice.handle, tags }),
    ]
    const found = [
      await appServer.findClients({ tag: alice.tag }),
      await otherAppServer.findClients({ tag: alice.tag }),
    ]
    return { registered, found }
  },
  judge: ({ registered, found }) =>
    all(
      each(registered, accepted),
      ...registered.flatMap((one, index) => {
        const shown = found[index]
        return shown ? [findsIds(shown, [one])] : []
      }),
    ),
})

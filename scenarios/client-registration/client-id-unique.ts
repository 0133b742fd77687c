// No client id is given twice, whatever the application and however fast they are asked for (ID-03).
import { accepted, each } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { twoApplications } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'client-registration/client-id-unique',
  story: 'Two application servers register ten clients each, all at the same time',
  world: twoApplications,
  async probe({ appServer, otherAppServer, label }) {
    const handles = Array.from({ length: 10 }, (_, index) => new TextEncoder().encode(label(`client ${index}`)))
    const registered = await Promise.all(
      [appServer, otherAppServer].flatMap((server) =>
        handles.map((clientHandle) => server.registerClient({ clientHandle, tags: [] })),
      ),
    )
    return { registered }
  },
  judge({ registered }) {
    const ids = registered.flatMap(({ value }) => (value ? [value.clientId.toLowerCase()] : []))
    return all(each(registered, accepted), equal(new Set(ids).size, ids.length, 'number of different client ids'))
  },
})

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
    // Handles differ between the applications too: whether they may be the same is another question (reading A-06).
    const handles = Array.from({ length: 10 }, (_, index) => [label(`one.${index}`), label(`two.${index}`)] as const)
    const tags = [label('member')]
    const registered = await Promise.all(
      handles.flatMap(([one, two]) => [
        appServer.registerClient({ clientHandle: new TextEncoder().encode(one), tags }),
        otherAppServer.registerClient({ clientHandle: new TextEncoder().encode(two), tags }),
      ]),
    )
    return { registered }
  },
  judge({ registered }) {
    const ids = registered.flatMap(({ value }) => (value ? [value.clientId.toLowerCase()] : []))
    return all(each(registered, accepted), equal(new Set(ids).size, ids.length, 'number of different client ids'))
  },
})

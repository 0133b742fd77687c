// A gateway that lists its applications answers with a JSON array (AR-11).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { holds } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'applications/list-offered',
  story: 'An application server lists the applications and finds its own',
  world: oneDomain,
  async probe({ appServer }) {
    return { list: await appServer.listApplications({}), appId: appServer.appId }
  },
  judge: ({ list, appId }) =>
    all(
      accepted(list),
      holds(list.value?.some((one) => one.id.toLowerCase() === appId.toLowerCase()) ?? false, {
        expected: `an array that holds ${appId}`,
        actual: Array.isArray(list.json) ? 'an array without it' : 'no array',
        at: `${list.exchange.id}.body`,
      }),
    ),
})

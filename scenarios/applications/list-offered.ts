// A gateway that lists its applications answers with a JSON array (AR-11).
import { acceptedWith } from '../../harness/match/answer.ts'
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
    acceptedWith(list, (applications) =>
      holds(
        applications.some(({ id }) => id.toLowerCase() === appId.toLowerCase()),
        { expected: `an array that holds ${appId}`, actual: 'an array without it', at: `${list.exchange.id}.body` },
      ),
    ),
})

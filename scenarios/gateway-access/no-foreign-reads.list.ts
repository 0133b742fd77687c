// The list of applications shows an application server its own ones alone (AR-07), unless the list is public.
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { holds } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { twoApplications } from '../../harness/world-plan.ts'
import { isAccepted } from '../../simulator/answer.ts'

export default defineScenario({
  requirement: 'gateway-access/no-foreign-reads',
  story: "Two application servers list the applications; neither sees the other's",
  world: twoApplications,
  credentials: true,
  needs: ['list-applications'],
  async probe({ appServer, otherAppServer, domain }) {
    const first = await appServer.listApplications({})
    const second = await otherAppServer.listApplications({})
    const stranger = await domain.stranger('internal').call('listApplications', {})
    return { first, second, stranger, firstId: appServer.appId, secondId: otherAppServer.appId }
  },
  controls: ({ first, second }) => all(accepted(first), accepted(second)),
  judge({ first, second, stranger, firstId, secondId }) {
    const isPublic = isAccepted(stranger)
    const hidden = (list: typeof first, id: string) =>
      holds(isPublic || !list.value?.some((one) => one.id.toLowerCase() === id.toLowerCase()), {
        expected: 'a list without applications of other servers',
        actual: `a list with ${id}`,
        at: `${list.exchange.id}.body`,
      })
    return all(hidden(first, secondId), hidden(second, firstId))
  },
})

// The ids under which a gateway lists its applications are UUIDs of version 4 (AR-09, AR-14).
import { acceptedWith } from '../../harness/match/answer.ts'
import { equal } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

const uuidV4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i

export default defineScenario({
  requirement: 'applications/id-uuid-v4',
  story: 'An application server looks at the ids in the list of applications',
  world: oneDomain,
  needs: ['list-applications'],
  async probe({ appServer }) {
    return { list: await appServer.listApplications({}) }
  },
  judge: ({ list }) =>
    acceptedWith(list, (applications) => {
      const others = applications.map(({ id }) => id).filter((id) => !uuidV4.test(id))
      return equal(others, [], `${list.exchange.id}.body, ids of another kind`)
    }),
})

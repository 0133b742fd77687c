// Who declares list-applications answers with a list.
import { offered, settled } from '../../harness/match/offer.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'capability/list-applications',
  story: 'An application server lists its applications',
  world: oneDomain,
  async probe({ appServer }) {
    return { use: await appServer.listApplications({}) }
  },
  controls: ({ use }) => settled(use),
  judge: ({ use }) => offered(use),
})

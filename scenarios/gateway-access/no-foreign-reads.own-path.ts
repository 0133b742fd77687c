// The client id of another application shows nothing under one's own application (AR-07).
import { accepted, refused } from '../../harness/match/answer.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { twoApplications } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'gateway-access/no-foreign-reads',
  story: "Another application's server reads Alice's client through its own application",
  world: twoApplications,
  credentials: true,
  needs: ['retrieve-client'],
  async probe({ appServer, otherAppServer, alice, register }) {
    const { clientId } = await register(alice)
    const foreign = await otherAppServer.retrieveClient({ clientId })
    const twin = await appServer.retrieveClient({ clientId })
    return { foreign, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ foreign }) => refused(foreign),
})

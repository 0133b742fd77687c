// A handle names one client of an application (ID-04, reading A-06).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'client-registration/handle-unique',
  story: "An application server registers Alice's handle a second time, with another tag",
  world: oneDomain,
  async probe({ appServer, alice, bob, register, label }) {
    await register(alice)
    const tag = label('second')
    const before = await appServer.findClients({ tag })
    const again = await appServer.registerClient({ clientHandle: alice.handle, tags: [tag] })
    const after = await appServer.findClients({ tag })
    const twin = await appServer.registerClient({ clientHandle: bob.handle, tags: [tag] })
    return { before, again, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, again, after }) => all(refused(again), unchanged(before, after)),
})

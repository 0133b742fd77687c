// A tag that two applications use finds only the clients of the one that asks (ID-15).
import { findsIds } from '../../harness/match/client.ts'
import { all } from '../../harness/match/judgement.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { twoApplications } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'client-discovery/stays-in-application',
  story: 'Alice and Bob have the same tag in two applications, and each application searches for it',
  world: twoApplications,
  async probe({ appServer, otherAppServer, alice, bob, label }) {
    const tag = label('moderator')
    const first = achieved(await appServer.registerClient({ clientHandle: alice.handle, tags: [tag] }))
    const second = achieved(await otherAppServer.registerClient({ clientHandle: bob.handle, tags: [tag] }))
    const inFirst = await appServer.findClients({ tag })
    const inSecond = await otherAppServer.findClients({ tag })
    return { first, second, inFirst, inSecond }
  },
  judge: ({ first, second, inFirst, inSecond }) => all(findsIds(inFirst, [first]), findsIds(inSecond, [second])),
})

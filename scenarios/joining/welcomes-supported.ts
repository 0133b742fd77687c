// Join information can be read by the handle of a client (JN-01, reading A-12).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'joining/welcomes-supported',
  story: 'Alice adds Bob, and his join information is read',
  world: oneDomain,
  async probe({ appServer, alice, bob, register, group }) {
    await group(await register(alice), await register(bob))
    return { invited: await appServer.welcomeMessages({ clientHandle: bob.handle }) }
  },
  judge: ({ invited }) => all(accepted(invited), equal(invited.value?.joinInfos.length, 1, 'number of joinInfos')),
})

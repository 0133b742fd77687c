// A handle that nobody holds tells nothing, not even whether another application knows it (JN-09).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { twoApplications } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'joining/unknown-client',
  story: 'Bob is invited in one application; in the other one his handle is asked for, and one that nobody has',
  world: twoApplications,
  async probe({ appServer, otherAppServer, alice, bob, mallory, register, group }) {
    await group(await register(alice), await register(bob))
    return {
      elsewhere: await otherAppServer.welcomeMessages({ clientHandle: bob.handle }),
      nowhere: await otherAppServer.welcomeMessages({ clientHandle: mallory.handle }),
      invited: await appServer.welcomeMessages({ clientHandle: bob.handle }),
    }
  },
  controls: ({ invited }) => all(accepted(invited), equal(invited.value?.joinInfos.length, 1, 'number of joinInfos')),
  judge: ({ elsewhere, nowhere }) =>
    all(
      equal(elsewhere.value?.joinInfos ?? [], [], 'elsewhere.joinInfos'),
      equal(nowhere.value?.joinInfos ?? [], [], 'nowhere.joinInfos'),
      equal(elsewhere.status, nowhere.status, 'elsewhere.status'),
      equal(elsewhere.json, nowhere.json, 'elsewhere.body'),
    ),
})

// Join information is still there when it is read again (JN-08, reading A-33).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal, unchanged } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'joining/reading-is-safe',
  story: 'The join information of Bob, who is invited to a group, is read three times',
  world: oneDomain,
  async probe({ appServer, alice, bob, register, group }) {
    await group(await register(alice), await register(bob))
    const read = () => appServer.welcomeMessages({ clientHandle: bob.handle })
    return { first: await read(), second: await read(), third: await read() }
  },
  judge: ({ first, second, third }) =>
    all(
      equal(first.value?.joinInfos.length, 1, 'number of joinInfos'),
      accepted(second),
      accepted(third),
      unchanged(first, second),
      unchanged(first, third),
    ),
})

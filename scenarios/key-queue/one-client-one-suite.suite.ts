// A queue takes key packages of its own cipher suite only (KQ-05).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue/one-client-one-suite',
  story: "A key package of Alice's that is valid in another cipher suite is put into her queue",
  world: oneDomain,
  async probe({ alice, register, keyQueue, world }) {
    const queue = await keyQueue(await register(alice))
    // Suites 1 and 3 share their keys and signatures, so that nothing but the suite itself tells them apart.
    const stray = await alice.keyPackage({ cipherSuite: world.cipherSuite === 1 ? 3 : 1 })
    const own = await alice.keyPackage()
    const before = await queue.count()
    const attack = await queue.update({ keyPackages: [stray.message] })
    const after = await queue.count()
    return { before, attack, after, twin: await queue.update({ keyPackages: [own.message] }) }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attack, after }) => all(refused(attack), unchanged(before, after)),
})

// A queue takes key packages of its own client only; the credential says whose a package is (KQ-05).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue/one-client-one-suite',
  story: "Mallory puts a key package that says Bob, and Bob's own, into the queue of her client",
  world: oneDomain,
  async probe({ mallory, bob, register, keyQueue }) {
    await register(bob)
    const queue = await keyQueue(await register(mallory))
    const [posing, stolen, own] = [
      await mallory.keyPackage({ identity: bob.handle }),
      await bob.keyPackage(),
      await mallory.keyPackage(),
    ]
    const before = await queue.count()
    return {
      before,
      impersonation: await queue.update({ keyPackages: [posing.message] }),
      another: await queue.update({ keyPackages: [stolen.message] }),
      after: await queue.count(),
      twin: await queue.update({ keyPackages: [own.message] }),
    }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, impersonation, another, after }) =>
    all(refused(impersonation), refused(another), unchanged(before, after)),
})

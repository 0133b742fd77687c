// What its client marked as last resort is not handed out as anything else (KP-B7).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'mls/last-resort-mark',
  story: "Alice's application server uploads a key package that is marked as last resort, and one that is not",
  world: oneDomain,
  needs: ['key-queues'],
  async probe({ alice, register, keyQueue }) {
    const queue = await keyQueue(await register(alice))
    const before = await queue.count()
    const marked = await queue.update({ keyPackages: [(await alice.keyPackage({ lastResort: true })).message] })
    const after = await queue.count()
    const twin = await queue.update({ keyPackages: [(await alice.keyPackage()).message] })
    return { before, marked, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, marked, after }) => all(refused(marked), unchanged(before, after)),
})

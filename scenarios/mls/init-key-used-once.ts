// An init key is for one key package (KP-B6; RFC 9420 sections 10 and 16.8).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { reached } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import { forgeKeyPackage } from '../../mls/forge.ts'
import { initKeyOf } from '../../mls/key-package.ts'

export default defineScenario({
  requirement: 'mls/init-key-used-once',
  story:
    "Alice's application server uploads a second key package with the init key of the first, and two with one init key",
  world: oneDomain,
  needs: ['key-queues'],
  async probe({ alice, register, keyQueue }) {
    const queue = await keyQueue(await register(alice))
    const [first, second, third, fourth] = [
      await alice.keyPackage(),
      await alice.keyPackage(),
      await alice.keyPackage(),
      await alice.keyPackage(),
    ]
    reached(await queue.update({ keyPackages: [first.message] }))
    const again = await forgeKeyPackage(second, { kind: 'init-key', key: initKeyOf(first) })
    const pair = [third.message, await forgeKeyPackage(fourth, { kind: 'init-key', key: initKeyOf(third) })]
    const before = await queue.count()
    const later = await queue.update({ keyPackages: [again] })
    const together = await queue.update({ keyPackages: pair })
    const after = await queue.count()
    const twins = [
      await queue.update({ keyPackages: [second.message] }),
      await queue.update({ keyPackages: [third.message, fourth.message] }),
    ]
    return { before, later, together, after, twins }
  },
  controls: ({ twins }) => each(twins, accepted),
  judge: ({ before, later, together, after }) => all(refused(later), refused(together), unchanged(before, after)),
})

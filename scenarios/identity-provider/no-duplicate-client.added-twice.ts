// One commit does not add one client twice, whatever keys it comes with (IP-04).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'identity-provider/no-duplicate-client',
  story: 'Alice commits two Adds that both say Bob, each with keys of its own; then one of Bob and one of Carol',
  world: oneDomain,
  async probe({ appServer, alice, bob, carol, mallory, register, group }) {
    const anna = await register(alice)
    for (const person of [bob, carol]) await register(person)
    const story = await group(anna)
    const [first, second, other] = [
      await bob.keyPackage(),
      await mallory.keyPackage({ identity: bob.handle }),
      await carol.keyPackage(),
    ].map(({ message }) => ({ type: 'add' as const, keyPackage: message }))
    if (!first || !second || !other) throw new Error('three packages were made')
    const session = story.session(anna)
    const same = await session.prepare({ proposals: [first, second] })
    const different = await session.prepare({ proposals: [first, other] })
    const before = await readGroup(appServer, story.groupId)
    const attack = await story.upload(same)
    const after = await readGroup(appServer, story.groupId)
    const twin = await story.upload(different)
    return { before, attack, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attack, after }) => all(refused(attack), allUnchanged(before, after)),
})

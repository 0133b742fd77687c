// A member is not added a second time, whatever key it comes with (IP-04).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'identity-provider/no-duplicate-client',
  story: 'Alice commits an Add of a second client that calls itself Bob, who is a member; then one of Carol',
  world: oneDomain,
  async probe({ appServer, alice, bob, carol, mallory, register, group }) {
    const [anna, bert] = [await register(alice), await register(bob)]
    await register(carol)
    const story = await group(anna, bert)
    const [second, fresh] = [await mallory.keyPackage({ identity: bob.handle }), await carol.keyPackage()]
    const session = story.session(anna)
    const twice = await session.prepare({ proposals: [{ type: 'add', keyPackage: second.message }] })
    const once = await session.prepare({ proposals: [{ type: 'add', keyPackage: fresh.message }] })
    const before = await readGroup(appServer, story.groupId)
    const attack = await story.upload(twice)
    const after = await readGroup(appServer, story.groupId)
    const twin = await story.upload(once)
    return { before, attack, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attack, after }) => all(refused(attack), allUnchanged(before, after)),
})

// A commit is made in the epoch that the group is in (CM-20).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'commits/other-epoch-refused',
  story: 'Bob commits in the epoch before, and in one that rests on a commit the gateway has not seen',
  world: oneDomain,
  async probe({ appServer, alice, bob, register, group }) {
    const [anna, bert] = [await register(alice), await register(bob)]
    const story = await group(anna, bert)
    const session = story.session(bert)
    const past = await session.prepare()
    await story.commit(anna)
    const present = await session.prepare()
    present.apply()
    const coming = await session.prepare()
    const before = await readGroup(appServer, story.groupId)
    const attempts = [await story.upload(past), await story.upload(coming)]
    const after = await readGroup(appServer, story.groupId)
    const twin = await story.upload(present)
    return { before, attempts, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attempts, after }) => all(each(attempts, refused), allUnchanged(before, after)),
})

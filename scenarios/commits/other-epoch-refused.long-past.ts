// A commit of an epoch that is long over is refused like one of the epoch before (CM-20).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'commits/other-epoch-refused',
  story: 'Bob commits in the epoch that the group was in two, then three commits ago',
  world: oneDomain,
  async probe({ appServer, alice, bob, register, group }) {
    const [anna, bert] = [await register(alice), await register(bob)]
    const story = await group(anna, bert)
    const past = await story.session(bert).prepare()
    for (let commits = 0; commits < 2; commits++) await story.commit(anna)
    const before = await readGroup(appServer, story.groupId)
    const attempts = [await story.upload(past)]
    const between = await readGroup(appServer, story.groupId)
    await story.commit(anna)
    attempts.push(await story.upload(past))
    return { before, attempts, between, twin: await story.upload(await story.session(bert).prepare()) }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attempts, between }) => all(each(attempts, refused), allUnchanged(before, between)),
})

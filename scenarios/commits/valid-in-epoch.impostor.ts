// A commit carries the signature of the member it says it is from (CM-03).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'commits/valid-in-epoch',
  story:
    "Mallory makes a group of the same id for herself and commits in it, from the leaf that is Alice's in the real one",
  world: oneDomain,
  async probe({ appServer, alice, mallory, register, group }) {
    const anna = await register(alice)
    await register(mallory)
    const story = await group(anna)
    const forged = await (await mallory.createGroup(story.groupId)).prepare()
    const before = await readGroup(appServer, story.groupId)
    const attempt = await story.upload(forged)
    const after = await readGroup(appServer, story.groupId)
    const twin = await story.upload(await story.session(anna).prepare())
    return { before, attempt, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attempt, after }) => all(refused(attempt), allUnchanged(before, after)),
})

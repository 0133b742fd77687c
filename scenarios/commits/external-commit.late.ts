// An external commit races like any other: from a GroupInfo of the past nobody joins (CM-21).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { joinByGroupInfo } from '../../harness/probe/joining.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'commits/external-commit',
  story:
    'Carol reads the GroupInfo, Alice commits, Carol joins by the GroupInfo of the epoch before, then by the new one',
  world: oneDomain,
  async probe({ appServer, alice, bob, carol, register, group }) {
    const anna = await register(alice)
    await register(carol)
    const story = await group(anna, await register(bob))
    const joining = async () => (await joinByGroupInfo(carol, await story.groupInfo())).prepared
    const late = await joining()
    await story.commit(anna)
    const before = await readGroup(appServer, story.groupId)
    const attempt = await story.upload(late)
    const after = await readGroup(appServer, story.groupId)
    const twin = await story.upload(await joining())
    return { before, attempt, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attempt, after }) => all(refused(attempt), allUnchanged(before, after)),
})

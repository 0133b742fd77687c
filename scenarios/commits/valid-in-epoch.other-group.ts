// A commit is a commit of the group in the path (CM-03; RFC 9420 section 12.4.2).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { startGroup } from '../../harness/probe/group.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'commits/valid-in-epoch',
  story: 'A commit of one of two groups of Alice is uploaded under the other',
  world: oneDomain,
  async probe({ appServer, alice, register, groupId }) {
    const anna = await register(alice)
    const [mine, other] = [await startGroup(groupId('mine'), anna, []), await startGroup(groupId('other'), anna, [])]
    const prepared = await mine.session(anna).prepare()
    const read = async () => [
      ...(await readGroup(appServer, mine.groupId)),
      ...(await readGroup(appServer, other.groupId)),
    ]
    const before = await read()
    const astray = await other.upload(prepared)
    const after = await read()
    const twin = await mine.upload(prepared)
    return { before, astray, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, astray, after }) => all(refused(astray), allUnchanged(before, after)),
})

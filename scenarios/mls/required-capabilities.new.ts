// Who is added by the commit that sets new requirements has to meet them as well (LN-03; RFC 9420 section 12.1.7).
import { openGroup } from '../../harness/ingest/group.ts'
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import { markKeyPackage } from '../../mls/forge.ts'

const type = 0xf042
const marks = [{ kind: 'capabilities-with', extensions: [type] }] as const

export default defineScenario({
  requirement: 'mls/required-capabilities',
  story:
    'Alice commits to a new required extension and to adding Bob, who does not support it, then with Bob as one who does',
  world: oneDomain,
  async probe(stage) {
    const { bob, register } = stage
    const { story, session } = await openGroup(stage, { marks })
    await register(bob)
    const own = await bob.keyPackage()
    const extensions = [{ type: 'required-capabilities' as const, extensionTypes: [type] }]
    const add = async (keyPackage: Uint8Array) => {
      const proposals = [
        { type: 'group-context-extensions' as const, extensions },
        { type: 'add' as const, keyPackage },
      ]
      const { commitPacket, welcomePacket } = (await session.prepare({ proposals })).upload
      return story.creator.server.uploadCommit({ groupId: story.groupId, commitPacket, welcomePacket })
    }
    const before = await readGroup(story.creator.server, story.groupId)
    const attempt = await add(own.message)
    const after = await readGroup(story.creator.server, story.groupId)
    return { before, attempt, after, twin: await add((await markKeyPackage(own, marks)).message) }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attempt, after }) => all(refused(attempt), allUnchanged(before, after)),
})

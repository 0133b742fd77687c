// A tree inside the GroupInfo is the tree beside it (GR-14; RFC 9420 section 12.4.3.3).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import { forgeGroup } from '../../mls/forge.ts'

export default defineScenario({
  requirement: 'group-creation/embedded-tree-agrees',
  story: 'The GroupInfo of a group holds the tree of another one, then its own',
  world: oneDomain,
  async probe({ appServer, alice, register, groupId }) {
    await register(alice)
    const id = groupId('plans')
    const session = await alice.createGroup(id)
    const { ratchetTree } = await (await alice.createGroup(groupId('another'))).export()
    const before = await readGroup(appServer, id)
    const flaw = { kind: 'other-tree-inside', ratchetTree } as const
    const attempt = await appServer.createGroup(await forgeGroup(session.member, flaw))
    const after = await readGroup(appServer, id)
    const twin = await appServer.createGroup(await session.export({ embedTree: true }))
    return { before, attempt, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attempt, after }) => all(refused(attempt), allUnchanged(before, after)),
})

// The proposals of a commit go together (CM-03; RFC 9420 section 12.2).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import { forgeCommit } from '../../mls/forge.ts'

export default defineScenario({
  requirement: 'commits/valid-in-epoch',
  story:
    'Alice commits her own removal, the removal of Bob twice, that of a leaf beyond the tree, and Carol added twice',
  world: oneDomain,
  async probe({ appServer, alice, bob, carol, register, group }) {
    const [anna, bert] = [await register(alice), await register(bob)]
    await register(carol)
    const { groupId, session } = await group(anna, bert)
    const removal = { type: 'remove', leafIndex: session(bert).describe().leafIndex } as const
    const { message: keyPackage } = await carol.keyPackage()
    const addition = { type: 'add', keyPackage } as const
    const removing = { proposals: [removal] }
    const wrong = [
      await forgeCommit(session(anna).member, removing, { kind: 'self-remove' }),
      (await session(anna).prepare({ proposals: [removal, removal] })).upload,
      (await session(anna).prepare({ proposals: [{ type: 'remove', leafIndex: 1000 }] })).upload,
      (await session(anna).prepare({ proposals: [addition, addition] })).upload,
    ]
    const before = await readGroup(appServer, groupId)
    const attempts = []
    for (const { commitPacket, welcomePacket } of wrong)
      attempts.push(await appServer.uploadCommit({ groupId, commitPacket, ...(welcomePacket && { welcomePacket }) }))
    const after = await readGroup(appServer, groupId)
    const { commitPacket, welcomePacket } = (await session(anna).prepare({ proposals: [removal, addition] })).upload
    const twin = await appServer.uploadCommit({ groupId, commitPacket, ...(welcomePacket && { welcomePacket }) })
    return { before, attempts, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attempts, after }) => all(each(attempts, refused), allUnchanged(before, after)),
})

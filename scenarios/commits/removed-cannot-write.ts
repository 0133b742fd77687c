// Who was removed changes nothing any more (CM-22).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import { forgeCommit } from '../../mls/forge.ts'

export default defineScenario({
  requirement: 'commits/removed-cannot-write',
  story: 'Bob commits after his removal in the epoch he knew, adds Dave from the leaf he left, and proposes something',
  world: oneDomain,
  async probe({ appServer, alice, bob, carol, dave, register, group }) {
    const [anna, bert] = [await register(alice), await register(bob)]
    await register(dave)
    const story = await group(anna, bert, await register(carol))
    const { leafIndex } = story.session(bert).describe()
    const late = await story.session(bert).prepare()
    const proposal = await story.session(bert).propose({ type: 'update' })
    await story.commit(anna, { proposals: [{ type: 'remove', leafIndex }] })
    const adding = { proposals: [{ type: 'add', keyPackage: (await dave.keyPackage()).message } as const] }
    const forged = await forgeCommit(
      story.session(anna).member,
      { ...adding, withPath: false },
      { kind: 'sender', leafIndex },
    )
    const { commitPacket, welcomePacket = new Uint8Array() } = forged
    const before = await readGroup(appServer, story.groupId)
    const attempts = [
      await story.upload(late),
      await appServer.uploadCommit({ groupId: story.groupId, commitPacket, welcomePacket }),
      await story.uploadProposal(proposal),
    ]
    const after = await readGroup(appServer, story.groupId)
    const twin = await story.upload(await story.session(anna).prepare(adding))
    return { before, attempts, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attempts, after }) => all(each(attempts, refused), allUnchanged(before, after)),
})

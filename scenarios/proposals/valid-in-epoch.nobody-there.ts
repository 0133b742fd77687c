// Only a member can be removed (PR-03; RFC 9420 section 12.1.3).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'proposals/valid-in-epoch',
  story: 'Alice proposes to remove the leaf that Carol has left, a leaf beyond the tree, and the one that Bob has',
  world: oneDomain,
  async probe({ appServer, alice, bob, carol, dave, register, group }) {
    const [anna, bert, cleo, dirk] = [
      await register(alice),
      await register(bob),
      await register(carol),
      await register(dave),
    ]
    const story = await group(anna, bert, cleo, dirk)
    const leafOf = (member: typeof bert) => story.session(member).describe().leafIndex
    const left = leafOf(cleo)
    await story.commit(anna, { proposals: [{ type: 'remove', leafIndex: left }] })
    const session = story.session(anna)
    const before = await readGroup(appServer, story.groupId)
    const attempts = []
    for (const leafIndex of [left, 1000])
      attempts.push(await story.uploadProposal(await session.propose({ type: 'remove', leafIndex })))
    const after = await readGroup(appServer, story.groupId)
    const twin = await story.uploadProposal(await session.propose({ type: 'remove', leafIndex: leafOf(bert) }))
    return { before, attempts, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attempts, after }) => all(each(attempts, refused), allUnchanged(before, after)),
})

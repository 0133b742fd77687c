// With its epoch a proposal is gone (CM-07).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { Unreachable } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import { forgeCommit } from '../../mls/forge.ts'
import { seenReferences } from '../../mls/member.ts'

export default defineScenario({
  requirement: 'commits/old-proposals-dropped',
  story: 'Alice commits without what Bob has proposed for the group, and refers to it in the epoch after',
  world: oneDomain,
  async probe({ appServer, alice, bob, register, group }) {
    const [anna, bert] = [await register(alice), await register(bob)]
    const { groupId, session, propose, commit } = await group(anna, bert)
    await propose(bert, { type: 'group-context-extensions', extensions: [{ type: 'required-capabilities' }] })
    const [reference] = seenReferences(session(anna).member)
    if (!reference) throw new Unreachable('Alice has not seen the proposal of Bob')
    await commit(anna, { references: [] }, 'A-31')
    const forged = await forgeCommit(session(anna).member, {}, { kind: 'unknown-reference', reference })
    const before = await readGroup(appServer, groupId)
    const attempt = await appServer.uploadCommit({ groupId, commitPacket: forged.commitPacket })
    const after = await readGroup(appServer, groupId)
    const { commitPacket } = (await session(anna).prepare()).upload
    const twin = await appServer.uploadCommit({ groupId, commitPacket })
    return { before, attempt, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attempt, after }) => all(refused(attempt), allUnchanged(before, after)),
})

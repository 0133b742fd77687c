// A commit refers to proposals that the gateway has, once each (CM-03; RFC 9420 section 12.4).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import { forgeCommit } from '../../mls/forge.ts'

export default defineScenario({
  requirement: 'commits/valid-in-epoch',
  story: "Alice commits Bob's update and something nobody has proposed, then his update twice",
  world: oneDomain,
  async probe({ appServer, alice, bob, carol, register, group }) {
    const [anna, bert, cleo] = [await register(alice), await register(bob), await register(carol)]
    const { groupId, session, propose } = await group(anna, bert, cleo)
    await propose(bert, { type: 'update' })
    const { member } = session(anna)
    const before = await readGroup(appServer, groupId)
    const attempts = []
    for (const flaw of [
      { kind: 'unknown-reference', reference: new Uint8Array(32) },
      { kind: 'reference-twice' },
    ] as const) {
      const { commitPacket } = await forgeCommit(member, {}, flaw)
      attempts.push(await appServer.uploadCommit({ groupId, commitPacket }))
    }
    const after = await readGroup(appServer, groupId)
    const { commitPacket } = (await session(anna).prepare()).upload
    const twin = await appServer.uploadCommit({ groupId, commitPacket })
    return { before, attempts, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attempts, after }) => all(each(attempts, refused), allUnchanged(before, after)),
})

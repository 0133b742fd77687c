// A commit is signed by its sender, and ends where it ends (CM-03; RFC 9420 section 6.1).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import { forgeCommit } from '../../mls/forge.ts'

export default defineScenario({
  requirement: 'commits/valid-in-epoch',
  story: "Alice's commit has a spoilt signature, a stray octet behind it, or says that it is Bob's",
  world: oneDomain,
  async probe({ appServer, alice, bob, carol, register, group }) {
    const [anna, bert, cleo] = [await register(alice), await register(bob), await register(carol)]
    const { groupId, session, propose } = await group(anna, bert, cleo)
    await propose(bert, { type: 'update' })
    const { member } = session(anna)
    const before = await readGroup(appServer, groupId)
    const attempts = []
    for (const flaw of [
      { kind: 'bad-signature' },
      { kind: 'trailing-byte' },
      { kind: 'sender', leafIndex: 1 },
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

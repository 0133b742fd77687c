// A commit brings the path that its proposals need, from a fresh leaf on (CM-03; RFC 9420 sections 7.3 and 12.4).
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
    "Alice's commit of an update comes without a path, or with a leaf in it that is unsigned, of another source or not new",
  world: oneDomain,
  async probe({ appServer, alice, bob, carol, register, group }) {
    const [anna, bert, cleo] = [await register(alice), await register(bob), await register(carol)]
    const { groupId, session, propose } = await group(anna, bert, cleo)
    await propose(bert, { type: 'update' })
    const { member } = session(anna)
    const before = await readGroup(appServer, groupId)
    const attempts = []
    for (const flaw of [
      { kind: 'missing-path' },
      { kind: 'path-leaf-signature' },
      { kind: 'path-leaf-key' },
      { kind: 'path-leaf-source' },
      { kind: 'path-same-key' },
      { kind: 'path-parent-hash' },
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

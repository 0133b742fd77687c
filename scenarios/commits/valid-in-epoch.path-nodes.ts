// The path goes from the leaf to the root, for every member to follow (CM-03; RFC 9420 sections 7.6 and 12.4.2).
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
    "The path of Alice's commit has a node too few or too many, a key that the tree has already, or lacks a ciphertext",
  world: oneDomain,
  async probe({ appServer, alice, bob, carol, register, group }) {
    const [anna, bert, cleo] = [await register(alice), await register(bob), await register(carol)]
    const { groupId, session } = await group(anna, bert, cleo)
    const { member } = session(anna)
    const before = await readGroup(appServer, groupId)
    const attempts = []
    for (const flaw of [
      { kind: 'path-too-short' },
      { kind: 'path-too-long' },
      { kind: 'path-key-of-tree' },
      { kind: 'path-ciphertext-missing' },
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

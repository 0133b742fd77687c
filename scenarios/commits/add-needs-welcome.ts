// Nobody is added without a welcome (CM-09, reading A-19).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'commits/add-needs-welcome',
  story: 'Alice adds Bob and leaves the welcome out, then sends it along',
  world: oneDomain,
  async probe({ appServer, alice, bob, register, group }) {
    const anna = await register(alice)
    await register(bob)
    const { groupId, session } = await group(anna)
    const { message: keyPackage } = await bob.keyPackage()
    const { upload } = await session(anna).prepare({ proposals: [{ type: 'add', keyPackage }] })
    const { commitPacket, groupInfo } = upload
    const read = async () => [
      ...(await readGroup(appServer, groupId)),
      await appServer.welcomeMessages({ clientHandle: bob.handle }),
    ]
    const before = await read()
    const attempt = await appServer.uploadCommit({ groupId, commitPacket, groupInfo })
    const after = await read()
    const twin = await appServer.uploadCommit({ groupId, ...upload })
    return { before, attempt, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attempt, after }) => all(refused(attempt), allUnchanged(before, after)),
})

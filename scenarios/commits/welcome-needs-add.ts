// Where nobody is added nobody is welcomed (CM-17).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'commits/welcome-needs-add',
  story: 'Alice updates her leaf and sends a welcome for Bob along, whom she does not add',
  world: oneDomain,
  async probe({ appServer, alice, bob, register, group }) {
    const anna = await register(alice)
    await register(bob)
    const { groupId, session } = await group(anna)
    const { message: keyPackage } = await bob.keyPackage()
    const adding = await session(anna).prepare({ proposals: [{ type: 'add', keyPackage }] })
    const { welcomePacket = new Uint8Array() } = adding.upload
    const { upload } = await session(anna).prepare()
    const read = async () => [
      ...(await readGroup(appServer, groupId)),
      await appServer.welcomeMessages({ clientHandle: bob.handle }),
    ]
    const before = await read()
    const attempt = await appServer.uploadCommit({ groupId, ...upload, welcomePacket })
    const after = await read()
    const twin = await appServer.uploadCommit({ groupId, ...upload })
    return { before, attempt, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attempt, after }) => all(refused(attempt), allUnchanged(before, after)),
})

// A refused commit leaves nothing behind, wherever its fault is found (CM-14, reading A-19).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { reached } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'commits/refusal-changes-nothing',
  story: 'Bob has proposed an update; Alice commits it and adds Carol, each time with something wrong, at last rightly',
  world: oneDomain,
  needs: ['key-queues'],
  async probe({ appServer, alice, bob, carol, dave, register, keyQueue, group, label }) {
    const [anna, bert] = [await register(alice), await register(bob)]
    await register(dave)
    const queue = await keyQueue(await register(carol))
    await queue.fill(2)
    const receiver = label('alice')
    const { keyPackage } = reached(await queue.fetch(receiver))
    const story = await group(anna, bert)
    await story.propose(bert, { type: 'update' })
    const session = story.session(anna)
    const stale = await session.export()
    const { upload } = await session.prepare({ proposals: [{ type: 'add', keyPackage }] })
    const stranger = { type: 'add', keyPackage: (await dave.keyPackage()).message } as const
    const { welcomePacket: another = new Uint8Array() } = (await session.prepare({ proposals: [stranger] })).upload
    const read = async () => [
      ...(await readGroup(appServer, story.groupId)),
      await appServer.welcomeMessages({ clientHandle: carol.handle }),
      await appServer.welcomeMessages({ clientHandle: dave.handle }),
      await queue.fetch(receiver),
    ]
    const { groupId } = story
    const { commitPacket, groupInfo, welcomePacket = new Uint8Array() } = upload
    const before = await read()
    const attempts = [
      await appServer.uploadCommit({ groupId, commitPacket, groupInfo }),
      await appServer.uploadCommit({ groupId, ...upload, commitPacket: commitPacket.slice(0, -1) }),
      await appServer.uploadCommit({ groupId, ...upload, welcomePacket: another }),
      await appServer.uploadCommit({ groupId, ...upload, welcomePacket: welcomePacket.slice(0, -1) }),
      await appServer.uploadCommit({ groupId, ...upload, groupInfo: stale.groupInfo }),
    ]
    const after = await read()
    const twin = await appServer.uploadCommit({ groupId, ...upload })
    return { before, attempts, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attempts, after }) => all(each(attempts, refused), allUnchanged(before, after)),
})

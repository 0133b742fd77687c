// The welcome is for those that the commit adds, for all of them and for nobody else (CM-16, reading A-20).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'commits/welcome-recipients',
  story: 'Alice adds Bob with a welcome for Carol, or for both of them; and both with a welcome for Bob alone',
  world: oneDomain,
  async probe({ appServer, alice, bob, carol, register, group }) {
    const anna = await register(alice)
    for (const person of [bob, carol]) await register(person)
    const story = await group(anna)
    const bobs = { type: 'add', keyPackage: (await bob.keyPackage()).message } as const
    const carols = { type: 'add', keyPackage: (await carol.keyPackage()).message } as const
    const adding = async (...proposals: (typeof bobs)[]) => {
      const { upload } = await story.session(anna).prepare({ proposals })
      return { welcomePacket: new Uint8Array(), ...upload }
    }
    const [forBob, forCarol, forBoth] = [await adding(bobs), await adding(carols), await adding(bobs, carols)]
    const read = async () => [
      ...(await readGroup(appServer, story.groupId)),
      await appServer.welcomeMessages({ clientHandle: bob.handle }),
      await appServer.welcomeMessages({ clientHandle: carol.handle }),
    ]
    const before = await read()
    const attempts = []
    for (const [commit, { welcomePacket }] of [
      [forBob, forCarol],
      [forBob, forBoth],
      [forBoth, forBob],
    ] as const)
      attempts.push(await appServer.uploadCommit({ groupId: story.groupId, ...commit, welcomePacket }))
    const after = await read()
    const twin = await appServer.uploadCommit({ groupId: story.groupId, ...forBoth })
    return { before, attempts, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attempts, after }) => all(each(attempts, refused), allUnchanged(before, after)),
})

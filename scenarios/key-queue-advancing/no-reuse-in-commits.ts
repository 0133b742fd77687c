// A key package serves for one group: a second commit that adds its client by it is refused (KP-17, KP-18).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { only } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue-advancing/no-reuse-in-commits',
  story: 'Alice adds Bob to her group; Carol adds him to hers by the same key package, then by another one',
  world: oneDomain,
  async probe({ alice, bob, carol, register, keyQueue, group }) {
    const [first, second, client] = [await register(alice), await register(carol), await register(bob)]
    const used = only(await (await keyQueue(client)).fill(1))
    const other = await bob.keyPackage()
    await (await group(first)).add(first, [client], [used])
    const story = await group(second)
    const adding = (keyPackage: Uint8Array) =>
      story.session(second).prepare({ proposals: [{ type: 'add', keyPackage }] })
    const before = await readGroup(second.server, story.groupId)
    const again = await story.upload(await adding(used.message))
    const after = await readGroup(second.server, story.groupId)
    return { before, again, after, twin: await story.upload(await adding(other.message)) }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, again, after }) => all(refused(again), allUnchanged(before, after)),
})

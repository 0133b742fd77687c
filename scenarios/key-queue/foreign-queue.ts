// A queue's id alone opens nothing: the path must name the client that the queue belongs to (KQ-21).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue/foreign-queue',
  story: "Alice's queue is to be emptied by its id below Bob's client",
  world: oneDomain,
  async probe({ appServer, alice, bob, register, keyQueue }) {
    const queue = await keyQueue(await register(alice))
    const { clientId } = await register(bob)
    await queue.fill(2)
    const before = await queue.count()
    const { keyQueueId } = queue
    const attack = await appServer.updateKeyQueue({ clientId, keyQueueId, keyPackages: [], isReset: true })
    const after = await queue.count()
    return { before, attack, after, twin: await queue.update({ isReset: true }) }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attack, after }) => all(refused(attack), unchanged(before, after)),
})

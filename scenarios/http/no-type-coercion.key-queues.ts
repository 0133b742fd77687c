// A value of another type is a mistake, not a value to be turned into the right one (HX-11): key queues.
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { setMembers } from '../../harness/probe/raw-request.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'http/no-type-coercion',
  story: 'An application server empties a key queue with "true" and 1 in place of true, then with true',
  world: oneDomain,
  needs: ['key-queues'],
  async probe({ appServer, alice, register, keyQueue }) {
    const client = await register(alice)
    const queue = await keyQueue(client)
    await queue.fill(2)
    const reset = { clientId: client.clientId, keyQueueId: queue.keyQueueId, keyPackages: [], isReset: true }
    const wrong = [
      setMembers({ isReset: 'true' }),
      setMembers({ isReset: 1 }),
      setMembers({ isReset: 'yes' }),
      setMembers({ isReset: null }),
      setMembers({ keyPackages: '' }),
      setMembers({ keyPackages: {} }),
    ]
    const before = await queue.count()
    const mistaken = []
    for (const alter of wrong) mistaken.push(await appServer.updateKeyQueue(reset, alter))
    const after = await queue.count()
    const twin = await appServer.updateKeyQueue(reset)
    return { before, mistaken, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, mistaken, after }) => all(each(mistaken, refused), unchanged(before, after)),
})

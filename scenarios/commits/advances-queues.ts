// A commit that adds a client uses up the key package it was added with (CM-11, reading A-21).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { octets } from '../../harness/probe/finding.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { reached } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'commits/advances-queues',
  story: "Alice fetches Bob's key package, adds him with it, and fetches again",
  world: oneDomain,
  async probe({ alice, bob, register, keyQueue, group, label }) {
    const [anna, bert] = [await register(alice), await register(bob)]
    const queue = await keyQueue(bert)
    await queue.fill(2)
    const receiver = label('alice')
    const { keyPackage } = reached(await queue.fetch(receiver))
    const story = await group(anna)
    await story.commit(anna, { proposals: [{ type: 'add', keyPackage }] })
    const again = await queue.fetch(receiver)
    return { again, used: octets(keyPackage) }
  },
  judge: ({ again, used }) =>
    all(
      accepted(again),
      equal(octets(again.value?.keyPackage ?? new Uint8Array()) === used, false, 'the same package'),
    ),
})

// The label of a queue can be changed, where a gateway says that it offers this (KQ-11).
import { accepted } from '../../harness/match/answer.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue/relabel-offered',
  story: "Alice's application server gives her queue another label",
  world: oneDomain,
  async probe({ alice, register, keyQueue, label }) {
    const queue = await keyQueue(await register(alice))
    return { relabelled: await queue.update({ appLabel: label('other') }) }
  },
  judge: ({ relabelled }) => accepted(relabelled),
})

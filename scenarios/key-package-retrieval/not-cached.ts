// Nobody on the way may keep an answer that carries a key package (KP-23).
import { accepted, header } from '../../harness/match/answer.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-package-retrieval/not-cached',
  story: "A receiver is given a key package of Alice's",
  world: oneDomain,
  async probe({ alice, register, keyQueue, label }) {
    const queue = await keyQueue(await register(alice))
    await queue.fill(1)
    return { fetched: await queue.fetch(label('receiver')) }
  },
  controls: ({ fetched }) => accepted(fetched),
  judge: ({ fetched }) => header(fetched, 'cache-control', /(^|[,\s])no-store($|[,\s])/i),
})

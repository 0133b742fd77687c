// A label is text, any text: characters that mean something in a URL are part of it (KQ-03).

import { all } from '../../harness/match/judgement.ts'
import { gave } from '../../harness/match/key-package.ts'
import { named, only } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

const words = ['a b', 'a+b', 'a%20b', 'A B', 'ä&=?/#']

export default defineScenario({
  requirement: 'key-queue/keeps-attributes',
  story:
    'Alice has queues whose labels differ in case, in a space against a plus or an escape, and in reserved characters',
  world: oneDomain,
  async probe({ alice, register, keyQueue, label }) {
    const client = await register(alice)
    const queues = []
    const packages: Record<string, string> = {}
    for (const word of words) {
      const queue = await keyQueue(client, { appLabel: label(word) })
      Object.assign(packages, named({ [`package for "${word}"`]: only(await queue.fill(1)) }))
      queues.push(queue)
    }
    const fetched = []
    for (const queue of queues) fetched.push(await queue.fetch(label('receiver')))
    return { packages, fetched }
  },
  judge: ({ packages, fetched }) =>
    all(...fetched.map((answer, index) => gave(answer, `package for "${words[index]}"`, packages))),
})

// The identity in a key package is the client's handle octet for octet: a prefix, a longer one or another case is
// another client (KQ-05).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue/one-client-one-suite',
  story: "Key packages whose identity is nearly Alice's handle are put into her queue",
  world: oneDomain,
  async probe({ alice, register, keyQueue }) {
    const queue = await keyQueue(await register(alice))
    const { handleText } = alice
    const before = await queue.count()
    const similar = []
    for (const text of [handleText.toUpperCase(), `${handleText} `, `${handleText}2`, handleText.slice(0, -1)]) {
      const { message } = await alice.keyPackage({ identity: new TextEncoder().encode(text) })
      similar.push(await queue.update({ keyPackages: [message] }))
    }
    const after = await queue.count()
    const { message } = await alice.keyPackage()
    return { before, similar, after, twin: await queue.update({ keyPackages: [message] }) }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, similar, after }) => all(each(similar, refused), unchanged(before, after)),
})

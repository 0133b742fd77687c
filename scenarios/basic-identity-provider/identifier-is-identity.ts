// A client is who its credential says, byte for byte (BP-03).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'basic-identity-provider/identifier-is-identity',
  story: "Key packages whose identity resembles Alice's handle are uploaded to her queue, then one that is hers",
  world: oneDomain,
  async probe({ alice, register, keyQueue }) {
    const queue = await keyQueue(await register(alice))
    const { handleText: text } = alice
    const resembling = [text.toUpperCase(), ` ${text}`, `${text} `, `${text}\0`, text.slice(0, -1), `${text}2`]
    const before = await queue.count()
    const attacks = []
    for (const other of resembling) {
      const { message } = await alice.keyPackage({ identity: new TextEncoder().encode(other) })
      attacks.push(await queue.update({ keyPackages: [message] }))
    }
    const after = await queue.count()
    const { message } = await alice.keyPackage()
    const twin = await queue.update({ keyPackages: [message] })
    return { before, attacks, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attacks, after }) => all(each(attacks, refused), unchanged(before, after)),
})

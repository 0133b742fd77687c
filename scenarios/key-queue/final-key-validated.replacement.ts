// A final key that replaces another one is validated as that one was (KQ-13).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { gave } from '../../harness/match/key-package.ts'
import { named } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import { forgeKeyPackage } from '../../mls/forge.ts'

export default defineScenario({
  requirement: 'key-queue/final-key-validated',
  story: "Alice's queue has a final key; one with a broken signature is to replace it, then a good one",
  world: oneDomain,
  async probe({ alice, register, keyQueue, label }) {
    const queue = await keyQueue(await register(alice))
    const [first, second] = [await alice.keyPackage({ lastResort: true }), await alice.keyPackage({ lastResort: true })]
    const opening = await queue.update({ finalKey: first.message })
    const attack = await queue.update({ finalKey: await forgeKeyPackage(second, { kind: 'bad-signature' }) })
    const served = await queue.fetch(label('receiver'))
    const twin = await queue.update({ finalKey: second.message })
    return { packages: named({ 'the first one': first, 'the second one': second }), opening, attack, served, twin }
  },
  controls: ({ opening, twin }) => all(accepted(opening), accepted(twin)),
  judge: ({ packages, attack, served }) => all(refused(attack), gave(served, 'the first one', packages)),
})

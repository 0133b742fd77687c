// A final key is checked as any other key package: its signatures, its keys, its leaf (KQ-13).
import { accepted, each, gaveNothing, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { gave } from '../../harness/match/key-package.ts'
import { named } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import { forgeKeyPackage, type KeyPackageFlaw } from '../../mls/forge.ts'

const flaws: readonly KeyPackageFlaw[] = [
  { kind: 'bad-signature' },
  { kind: 'bad-leaf-signature' },
  { kind: 'init-key-is-encryption-key' },
  { kind: 'leaf-source', source: 'update' },
  { kind: 'unlisted-leaf-extension' },
]

export default defineScenario({
  requirement: 'key-queue/final-key-validated',
  story: "Key packages with one thing wrong each are sent as the final key of Alice's empty queue, then a good one",
  world: oneDomain,
  async probe({ alice, register, keyQueue, label }) {
    const queue = await keyQueue(await register(alice))
    const final = await alice.keyPackage({ lastResort: true })
    const flawed = []
    for (const flaw of flaws) flawed.push(await queue.update({ finalKey: await forgeKeyPackage(final, flaw) }))
    const fetched = await queue.fetch(label('receiver'))
    const twin = await queue.update({ finalKey: final.message })
    const packages = named({ 'the final key': final })
    return { packages, flawed, fetched, twin, served: await queue.fetch(label('receiver')) }
  },
  controls: ({ packages, twin, served }) => all(accepted(twin), gave(served, 'the final key', packages)),
  judge: ({ flawed, fetched }) => all(each(flawed, refused), gaveNothing(fetched)),
})

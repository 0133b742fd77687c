// Each key package of an upload is validated, whatever its place in it (KV-01).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import { forgeKeyPackage } from '../../mls/forge.ts'

export default defineScenario({
  requirement: 'key-package-validation/valid-on-upload',
  story: 'Of three key packages in an upload the first, the second or the last has a broken signature; then none has',
  world: oneDomain,
  async probe({ alice, register, keyQueue }) {
    const queue = await keyQueue(await register(alice))
    const good = [await alice.keyPackage(), await alice.keyPackage(), await alice.keyPackage()]
    const before = await queue.count()
    const flawed = []
    for (const broken of good) {
      const keyPackages = []
      for (const own of good)
        keyPackages.push(own === broken ? await forgeKeyPackage(own, { kind: 'bad-signature' }) : own.message)
      flawed.push(await queue.update({ keyPackages }))
    }
    const after = await queue.count()
    return { before, flawed, after, twin: await queue.update({ keyPackages: good.map(({ message }) => message) }) }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, flawed, after }) => all(each(flawed, refused), unchanged(before, after)),
})

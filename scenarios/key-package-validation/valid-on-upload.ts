// What RFC 9420 asks of a key package is checked before it goes into a queue (KV-01; sections 7.2, 7.3, 10 and 10.1).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import { forgeKeyPackage, type KeyPackageFlaw, withVersion } from '../../mls/forge.ts'

const flaws: readonly KeyPackageFlaw[] = [
  { kind: 'bad-signature' },
  { kind: 'bad-leaf-signature' },
  { kind: 'init-key-is-encryption-key' },
  { kind: 'leaf-source', source: 'update' },
  { kind: 'leaf-source', source: 'commit' },
  { kind: 'unlisted-leaf-extension' },
  { kind: 'capabilities-without', what: 'credential' },
]

export default defineScenario({
  requirement: 'key-package-validation/valid-on-upload',
  story: "Key packages of Alice's with one thing wrong each are uploaded, then all of them as they should be",
  world: oneDomain,
  async probe({ alice, register, keyQueue }) {
    const queue = await keyQueue(await register(alice))
    const before = await queue.count()
    const flawed = []
    const good = []
    for (const flaw of flaws) {
      const own = await alice.keyPackage()
      good.push(own.message)
      flawed.push(await queue.update({ keyPackages: [await forgeKeyPackage(own, flaw)] }))
    }
    const { message } = await alice.keyPackage()
    const otherVersion = await queue.update({ keyPackages: [withVersion(message, 2)] })
    const after = await queue.count()
    return { before, flawed, otherVersion, after, twin: await queue.update({ keyPackages: [...good, message] }) }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, flawed, otherVersion, after }) =>
    all(each(flawed, refused), refused(otherVersion), unchanged(before, after)),
})

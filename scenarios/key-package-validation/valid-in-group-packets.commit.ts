// The key package that a commit adds a client by is checked, too (KV-01, PL-08).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import { forgeKeyPackage, type KeyPackageFlaw } from '../../mls/forge.ts'

const flaws: readonly KeyPackageFlaw[] = [
  { kind: 'bad-signature' },
  { kind: 'bad-leaf-signature' },
  { kind: 'init-key-is-encryption-key' },
  { kind: 'capabilities-without', what: 'credential' },
  { kind: 'unlisted-leaf-extension' },
]

export default defineScenario({
  requirement: 'key-package-validation/valid-in-group-packets',
  story: 'Alice commits to adding Bob by key packages with one thing wrong each, then by a good one',
  world: oneDomain,
  async probe({ alice, bob, register, group, world }) {
    const committer = await register(alice)
    await register(bob)
    const story = await group(committer)
    const add = async (keyPackage: Uint8Array) =>
      story.upload(await story.session(committer).prepare({ proposals: [{ type: 'add', keyPackage }] }))
    const before = await readGroup(committer.server, story.groupId)
    const otherSuite: KeyPackageFlaw = { kind: 'suite', cipherSuite: world.cipherSuite === 1 ? 3 : 1 }
    const flawed = []
    for (const flaw of [...flaws, otherSuite])
      flawed.push(await add(await forgeKeyPackage(await bob.keyPackage(), flaw)))
    const after = await readGroup(committer.server, story.groupId)
    return { before, flawed, after, twin: await add((await bob.keyPackage()).message) }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, flawed, after }) => all(each(flawed, refused), allUnchanged(before, after)),
})

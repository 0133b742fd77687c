// The key package in a proposal to add a client is checked like one that is uploaded (KV-01, PL-01).
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
  story: 'Alice proposes to add Bob by key packages with one thing wrong each, then by a good one',
  world: oneDomain,
  async probe({ alice, bob, register, group, world }) {
    const proposer = await register(alice)
    await register(bob)
    const story = await group(proposer)
    const before = await readGroup(proposer.server, story.groupId)
    const otherSuite: KeyPackageFlaw = { kind: 'suite', cipherSuite: world.cipherSuite === 1 ? 3 : 1 }
    const flawed = []
    for (const flaw of [...flaws, otherSuite]) {
      const keyPackage = await forgeKeyPackage(await bob.keyPackage(), flaw)
      flawed.push(await story.uploadProposal(await story.session(proposer).propose({ type: 'add', keyPackage })))
    }
    const after = await readGroup(proposer.server, story.groupId)
    const { message } = await bob.keyPackage()
    const packet = await story.session(proposer).propose({ type: 'add', keyPackage: message })
    return { before, flawed, after, twin: await story.uploadProposal(packet) }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, flawed, after }) => all(each(flawed, refused), allUnchanged(before, after)),
})

// What the provider does not declare it does not take (IP-01): a credential of another type, in either place of a queue.
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import { forgeKeyPackage } from '../../mls/forge.ts'

export default defineScenario({
  requirement: 'identity-provider/credential-types',
  story: "Alice's key package says x509 instead of basic, with her handle where certificates stand",
  world: oneDomain,
  needs: ['basic'],
  async probe({ alice, register, keyQueue, has }) {
    const queue = await keyQueue(await register(alice))
    const [ordinary, last] = [await alice.keyPackage(), await alice.keyPackage({ lastResort: true })]
    const flaw = { kind: 'x509-credential', certificates: [alice.handle] } as const
    const before = await queue.count()
    const attacks = [
      await queue.update({ keyPackages: [await forgeKeyPackage(ordinary, flaw)] }),
      ...(has('final-keys') ? [await queue.update({ finalKey: await forgeKeyPackage(last, flaw) })] : []),
    ]
    const after = await queue.count()
    const twins = [
      await queue.update({ keyPackages: [ordinary.message] }),
      ...(has('final-keys') ? [await queue.update({ finalKey: last.message })] : []),
    ]
    return { before, attacks, after, twins }
  },
  controls: ({ twins }) => each(twins, accepted),
  judge: ({ before, attacks, after }) => all(each(attacks, refused), unchanged(before, after)),
})

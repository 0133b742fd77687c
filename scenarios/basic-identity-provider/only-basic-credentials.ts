// The Basic provider takes basic credentials and no others (BP-01).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import { forgeKeyPackage } from '../../mls/forge.ts'

export default defineScenario({
  requirement: 'basic-identity-provider/only-basic-credentials',
  story: 'Alice uploads a key package with an x509 credential to an application with the Basic provider',
  world: oneDomain,
  async probe({ alice, register, keyQueue }) {
    const queue = await keyQueue(await register(alice))
    const own = await alice.keyPackage()
    const other = await forgeKeyPackage(own, { kind: 'x509-credential', certificates: [alice.handle] })
    const before = await queue.count()
    const attack = await queue.update({ keyPackages: [other] })
    const after = await queue.count()
    const twin = await queue.update({ keyPackages: [own.message] })
    return { before, attack, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attack, after }) => all(refused(attack), unchanged(before, after)),
})

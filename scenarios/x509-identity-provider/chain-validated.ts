// A chain is worth what its root is worth: it ends at one that the application trusts (X5-02; RFC 5280 section 6.1.1).
import { flawedRefused } from '../../harness/match/x509.ts'
import { certifiedQueue } from '../../harness/probe/certified-queue.ts'
import { tryChains } from '../../harness/probe/chains.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'
import { createAuthority } from '../../mls/x509/authority.ts'
import { seconds } from '../../simulator/clock.ts'

export default defineScenario({
  requirement: 'x509-identity-provider/chain-validated',
  story: "Mallory's own root certifies the name of Alice, under its own name and under that of the trusted root",
  world: emptyDomain,
  needs: ['define-application'],
  async probe(stage) {
    const { world, alice } = stage
    const certified = await certifiedQueue(stage)
    const keys = world.random.branch('forgers')
    const forger = (subject: string) =>
      createAuthority({ subject, random: (length) => keys.bytes(length), now: seconds(world.clock) })
    const device = { subject: alice.handleText, publicKey: certified.device }
    const flawed = []
    for (const root of [await forger('Elsewhere'), await forger('Root')]) {
      const between = await root.createSubordinate({ subject: 'desk' })
      flawed.push([await root.issue(device)], [await between.issue(device), between.certificate])
      flawed.push([await between.issue(device), between.certificate, root.certificate])
    }
    return tryChains(certified, { flawed, good: [await certified.pair({}), await certified.chain()] })
  },
  ...flawedRefused,
})

// A certificate beside the path gives no name (X5-32).
import { flawedRefused } from '../../harness/match/x509.ts'
import { certifiedQueue } from '../../harness/probe/certified-queue.ts'
import { tryChains } from '../../harness/probe/chains.ts'
import { handleFrom } from '../../harness/probe/x509-application.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'
import { createAuthority } from '../../mls/x509/authority.ts'
import { seconds } from '../../simulator/clock.ts'

export default defineScenario({
  requirement: 'x509-identity-provider/no-decoy',
  story: 'A self-made certificate with the name of Bob stands where the handle is read from, then one of the path does',
  world: emptyDomain,
  needs: ['define-application'],
  async probe(stage) {
    const victim = stage.bob.handleText
    const certified = await certifiedQueue(stage, {
      handle: victim,
      parameters: handleFrom(stage, { start: 1, end: 1 }),
    })
    const [leaf = new Uint8Array(), issuer = new Uint8Array()] = await certified.chain('phone', stage.alice.handleText)
    const keys = stage.world.random.branch('decoy')
    const decoy = await createAuthority({
      subject: victim,
      random: (length) => keys.bytes(length),
      now: seconds(stage.world.clock),
    })
    const flawed = [[leaf, decoy.certificate, issuer, certified.root.certificate]]
    return tryChains(certified, { flawed, good: [await certified.chain('phone', victim)] })
  },
  ...flawedRefused,
})

// A final key comes with as good a chain as any other key package (X5-02).
import { flawedRefused } from '../../harness/match/x509.ts'
import { certifiedQueue } from '../../harness/probe/certified-queue.ts'
import { tryChains } from '../../harness/probe/chains.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'
import { seconds } from '../../simulator/clock.ts'

export default defineScenario({
  requirement: 'x509-identity-provider/chain-validated',
  story:
    'Mallory certifies a final key for Alice; an issuer that is no authority certifies another; then the trusted root does',
  world: emptyDomain,
  needs: ['define-application', 'final-keys'],
  async probe(stage) {
    const certified = await certifiedQueue(stage)
    const stranger = await certified.root.createSubordinate({ subject: 'Elsewhere' })
    const flawed = [
      [await stranger.issue({ subject: stage.alice.handleText, publicKey: certified.device })],
      await certified.pair({ authority: { isCa: false, keyUsage: ['keyCertSign'] } }),
      await certified.pair({ device: { notAfter: seconds(stage.world.clock) - 86_400n } }),
    ]
    return tryChains({ ...certified, upload: certified.uploadFinal }, { flawed, good: [await certified.pair({})] })
  },
  ...flawedRefused,
})

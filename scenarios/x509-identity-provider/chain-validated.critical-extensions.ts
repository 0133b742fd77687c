// What an issuer marked as critical and nobody understands refuses the certificate (X5-02; RFC 5280 section 4.2).
import { flawedRefused } from '../../harness/match/x509.ts'
import { certifiedQueue } from '../../harness/probe/certified-queue.ts'
import { tryChains } from '../../harness/probe/chains.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'
import { unknownExtension } from '../../mls/x509/battery/write-extension.ts'

export default defineScenario({
  requirement: 'x509-identity-provider/chain-validated',
  story:
    'A critical extension that nobody knows is in the certificate of Alice or in that of its issuer; then it is not critical',
  world: emptyDomain,
  needs: ['define-application'],
  async probe(stage) {
    const certified = await certifiedQueue(stage)
    const carrying = async (criticality: 'critical' | 'not critical') => {
      const extensions = [unknownExtension(criticality)]
      return [await certified.pair({ device: { extensions } }), await certified.pair({ authority: { extensions } })]
    }
    return tryChains(certified, { flawed: await carrying('critical'), good: await carrying('not critical') })
  },
  ...flawedRefused,
})

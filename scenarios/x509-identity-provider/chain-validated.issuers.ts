// Whoever issues certificates is an authority by its own certificate (X5-02; RFC 5280 sections 6.1.4 (k) and (n)).
import { flawedRefused } from '../../harness/match/x509.ts'
import { certifiedQueue } from '../../harness/probe/certified-queue.ts'
import { tryChains } from '../../harness/probe/chains.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'
import { extensionIds } from '../../mls/x509/encoding/extensions.ts'

export default defineScenario({
  requirement: 'x509-identity-provider/chain-validated',
  story:
    'The certificate of Alice is issued by one without basicConstraints, one that is no CA, one that may not sign certificates; then by an authority',
  world: emptyDomain,
  needs: ['define-application'],
  async probe(stage) {
    const certified = await certifiedQueue(stage)
    const issuedBy = (authority: NonNullable<Parameters<typeof certified.pair>[0]['authority']>) =>
      certified.pair({ authority })
    const flawed = [
      await issuedBy({ without: [extensionIds.basicConstraints] }),
      await issuedBy({ isCa: false, pathLength: 0, keyUsage: ['keyCertSign'] }),
      await issuedBy({ isCa: false, keyUsage: ['keyCertSign'] }),
      await issuedBy({ keyUsage: ['cRLSign', 'digitalSignature'] }),
    ]
    return tryChains(certified, { flawed, good: [await issuedBy({}), await issuedBy({ keyUsage: ['keyCertSign'] })] })
  },
  ...flawedRefused,
})

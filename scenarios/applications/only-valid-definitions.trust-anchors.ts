// Nobody can work by an X.509 provider whose trust anchors are no certificates, or none (PX-01).
import { definitionsRefused } from '../../harness/match/x509.ts'
import { handleFromLeaf } from '../../harness/probe/x509-application.ts'
import { tryConfigurations } from '../../harness/probe/x509-configurations.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

const flags = { supportsAccounts: false, supportsDomains: false }

export default defineScenario({
  requirement: 'applications/only-valid-definitions',
  story:
    'Applications trust nobody, something that is not Base64, and something that is no certificate; then a certificate',
  world: emptyDomain,
  needs: ['x509'],
  probe(stage) {
    const good = handleFromLeaf(stage)
    const anchors = [[], ['?'], [Buffer.from('no certificate').toString('base64')]]
    return tryConfigurations(
      stage,
      anchors.map((trusted) => ({ flags, flawed: { ...good, trust_anchors: trusted }, good })),
    )
  },
  ...definitionsRefused,
})

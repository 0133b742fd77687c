// Without accounts a handle is the device alone (X5-14).
import { derivedAsSaid } from '../../harness/match/x509.ts'
import { tryDerivation } from '../../harness/probe/chains.ts'
import { defineX509Application, handleFromLeaf } from '../../harness/probe/x509-application.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

const flags = { supportsAccounts: false, supportsDomains: false }

export default defineScenario({
  requirement: 'x509-identity-provider/account-prefixes-handle',
  story: 'The certificate above that of the device has a name, but the application has no accounts',
  world: emptyDomain,
  needs: ['define-application'],
  async probe(stage) {
    const { handleText: device } = stage.alice
    const application = await defineX509Application(stage, flags, handleFromLeaf(stage))
    const names = [device, 'account']
    return tryDerivation(stage, application, {
      isFalse: [
        { handle: `account/${device}`, names },
        { handle: `/${device}`, names },
      ],
      isTrue: [{ handle: device, names }],
    })
  },
  ...derivedAsSaid,
})

// The account is the name at its offset, of exactly that certificate (X5-11).
import { derivedAsSaid } from '../../harness/match/x509.ts'
import { tryDerivation } from '../../harness/probe/chains.ts'
import { defineX509Application, handleFromLeaf } from '../../harness/probe/x509-application.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

const flags = { supportsAccounts: true, supportsDomains: false }

export default defineScenario({
  requirement: 'x509-identity-provider/account-from-offset',
  story: 'The account is read two certificates above the device; clients of the accounts beside it are others',
  world: emptyDomain,
  needs: ['define-application'],
  async probe(stage) {
    const { handleText: account } = stage.alice
    const parameters = { ...handleFromLeaf(stage), account_handle_offset: 2 }
    const application = await defineX509Application(stage, flags, parameters)
    return tryDerivation(stage, application, {
      isFalse: [
        { handle: 'between/phone', names: ['phone', 'between', account] },
        { handle: 'above/phone', names: ['phone', 'between', account, 'above'] },
        { handle: 'phone/phone', names: ['phone', 'between', account] },
        { handle: `between:${account}/phone`, names: ['phone', 'between', account] },
      ],
      isTrue: [{ handle: `${account}/phone`, names: ['phone', 'between', account, 'above'] }],
    })
  },
  ...derivedAsSaid,
})

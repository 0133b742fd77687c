// With accounts a handle is the account, a slash and the device (X5-14).
import { derivedAsSaid } from '../../harness/match/x509.ts'
import { tryDerivation } from '../../harness/probe/chains.ts'
import { defineX509Application, handleFrom } from '../../harness/probe/x509-application.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

const flags = { supportsAccounts: true, supportsDomains: false }

export default defineScenario({
  requirement: 'x509-identity-provider/account-prefixes-handle',
  story:
    'A device of an account is registered under its full handle; the device alone and other compositions are other clients',
  world: emptyDomain,
  needs: ['define-application'],
  async probe(stage) {
    const { handleText: account } = stage.alice
    const parameters = { ...handleFrom(stage, { start: 0, end: 1 }), account_handle_offset: 2 }
    const application = await defineX509Application(stage, flags, parameters)
    const names = ['phone', 'desk', account]
    const others = ['phone:desk', `${account}:phone:desk`, `phone:desk/${account}`, `${account}/desk:phone`, account]
    return tryDerivation(stage, application, {
      isFalse: others.map((handle) => ({ handle, names })),
      isTrue: [{ handle: `${account}/phone:desk`, names }],
    })
  },
  ...derivedAsSaid,
})

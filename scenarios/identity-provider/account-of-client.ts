// With accounts, who has none is nobody (IP-10).
import { flawedRefused } from '../../harness/match/x509.ts'
import { tryClaims } from '../../harness/probe/chains.ts'
import { defineX509Application, handleFromLeaf } from '../../harness/probe/x509-application.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

const flags = { supportsAccounts: true, supportsDomains: false }

export default defineScenario({
  requirement: 'identity-provider/account-of-client',
  story:
    'A device presents a chain that ends before the account, or whose account has no name; then one with an account',
  world: emptyDomain,
  needs: ['define-application'],
  async probe(stage) {
    const { handleText: account } = stage.alice
    const parameters = { ...handleFromLeaf(stage), account_handle_offset: 1 }
    const application = await defineX509Application(stage, flags, parameters)
    const nameless = [{ type: 'O', value: 'no common name' }]
    return tryClaims(stage, application, {
      isFalse: [
        { handle: `${account}-1`, names: [`${account}-1`] },
        { handle: `${account}-2`, names: [`${account}-2`, nameless] },
        { handle: `/${account}-3`, names: [`${account}-3`, nameless] },
        { handle: `/${account}-4`, names: [`${account}-4`] },
      ],
      isTrue: [{ handle: `${account}/phone`, names: ['phone', account] }],
    })
  },
  ...flawedRefused,
})

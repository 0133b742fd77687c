// An account that lies in the range of the device would be a part of its handle (X5-05, X5-23).
import { definitionsRefused } from '../../harness/match/x509.ts'
import { handleFrom } from '../../harness/probe/x509-application.ts'
import { tryConfigurations } from '../../harness/probe/x509-configurations.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

const flags = { supportsAccounts: true, supportsDomains: false }

export default defineScenario({
  requirement: 'x509-identity-provider/account-after-range',
  story: 'An application has its account offset at the end of the range, or before it; then right behind it',
  world: emptyDomain,
  probe(stage) {
    const at = (account: number, range = { start: 0, end: 1 }) => ({
      ...handleFrom(stage, range),
      account_handle_offset: account,
    })
    return tryConfigurations(stage, [
      { flags, flawed: at(1), good: at(2) },
      { flags, flawed: at(0), good: at(2) },
      { flags, flawed: at(1, { start: 2, end: 3 }), good: at(4, { start: 2, end: 3 }) },
    ])
  },
  ...definitionsRefused,
})

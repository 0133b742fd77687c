// A domain lies above its accounts (X5-07, X5-24).
import { definitionsRefused } from '../../harness/match/x509.ts'
import { handleFrom } from '../../harness/probe/x509-application.ts'
import { tryConfigurations } from '../../harness/probe/x509-configurations.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

const flags = { supportsAccounts: true, supportsDomains: true }

export default defineScenario({
  requirement: 'x509-identity-provider/domain-after-account',
  story: 'An application has its domain offset at that of the account, or below it; then above it',
  world: emptyDomain,
  probe(stage) {
    const at = (account: number, domain: number) => ({
      ...handleFrom(stage, { start: 0, end: 0 }),
      account_handle_offset: account,
      domain_name_offset: domain,
    })
    return tryConfigurations(stage, [
      { flags, flawed: at(1, 1), good: at(1, 2) },
      { flags, flawed: at(3, 2), good: at(3, 4) },
    ])
  },
  ...definitionsRefused,
})

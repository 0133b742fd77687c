// What a handle, an account and a domain are read from is said where there are such (X5-08).
import { definitionsRefused } from '../../harness/match/x509.ts'
import { handleFrom } from '../../harness/probe/x509-application.ts'
import { tryConfigurations } from '../../harness/probe/x509-configurations.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

const neither = { supportsAccounts: false, supportsDomains: false }
const both = { supportsAccounts: true, supportsDomains: true }

export default defineScenario({
  requirement: 'x509-identity-provider/required-parameters',
  story: 'Applications lack the range, its end, the offset of their accounts, or that of their domains; then nothing',
  world: emptyDomain,
  probe(stage) {
    const range = handleFrom(stage, { start: 0, end: 0 })
    const [account, domain] = [{ account_handle_offset: 1 }, { domain_name_offset: 2 }]
    return tryConfigurations(stage, [
      { flags: neither, flawed: {}, good: range },
      { flags: neither, flawed: { device_handle_range: { start: 0 } }, good: range },
      { flags: both, flawed: { ...account, ...domain }, good: { ...range, ...account, ...domain } },
      { flags: both, flawed: { ...range, ...domain }, good: { ...range, ...account, ...domain } },
      { flags: both, flawed: { ...range, ...account }, good: { ...range, ...account, ...domain } },
    ])
  },
  ...definitionsRefused,
})

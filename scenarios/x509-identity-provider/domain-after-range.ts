// A domain that lies in the range of the device would be a part of its handle (X5-06, X5-24).
import { definitionsRefused } from '../../harness/match/x509.ts'
import { handleFrom } from '../../harness/probe/x509-application.ts'
import { tryConfigurations } from '../../harness/probe/x509-configurations.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

const flags = { supportsAccounts: false, supportsDomains: true }

export default defineScenario({
  requirement: 'x509-identity-provider/domain-after-range',
  story: 'An application has its domain offset at the end of the range, or before it; then right behind it',
  world: emptyDomain,
  probe(stage) {
    const at = (domain: number, range = { start: 0, end: 1 }) => ({
      ...handleFrom(stage, range),
      domain_name_offset: domain,
    })
    return tryConfigurations(stage, [
      { flags, flawed: at(1), good: at(2) },
      { flags, flawed: at(0), good: at(2) },
      { flags, flawed: at(1, { start: 2, end: 3 }), good: at(4, { start: 2, end: 3 }) },
    ])
  },
  ...definitionsRefused,
})

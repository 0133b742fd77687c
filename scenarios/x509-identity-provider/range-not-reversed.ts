// A range does not end before it starts (X5-04).
import { definitionsRefused } from '../../harness/match/x509.ts'
import { handleFrom } from '../../harness/probe/x509-application.ts'
import { tryConfigurations } from '../../harness/probe/x509-configurations.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

const flags = { supportsAccounts: false, supportsDomains: false }

export default defineScenario({
  requirement: 'x509-identity-provider/range-not-reversed',
  story: 'The range of an application ends one before it starts, or long before; then where it starts',
  world: emptyDomain,
  probe(stage) {
    const range = (start: number, end: number) => handleFrom(stage, { start, end })
    return tryConfigurations(stage, [
      { flags, flawed: range(1, 0), good: range(1, 1) },
      { flags, flawed: range(9, 2), good: range(2, 9) },
    ])
  },
  ...definitionsRefused,
})

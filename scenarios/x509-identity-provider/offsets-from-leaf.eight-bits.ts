// An offset is a whole number of eight bits (X5-09).
import { definitionsRefused } from '../../harness/match/x509.ts'
import { handleFrom } from '../../harness/probe/x509-application.ts'
import { tryConfigurations } from '../../harness/probe/x509-configurations.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

const flags = { supportsAccounts: false, supportsDomains: true }

export default defineScenario({
  requirement: 'x509-identity-provider/offsets-from-leaf',
  story: 'Offsets of 256, below 0, between two numbers and in quotes are given; then one that a chain can have',
  world: emptyDomain,
  needs: ['define-application'],
  probe(stage) {
    const at = (domain: unknown) => ({ ...handleFrom(stage, { start: 0, end: 0 }), domain_name_offset: domain })
    return tryConfigurations(
      stage,
      [256, -1, 1.5, '1'].map((offset) => ({ flags, flawed: at(offset), good: at(1) })),
    )
  },
  ...definitionsRefused,
})

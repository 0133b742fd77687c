// What edition 2023-03-17 states of the area `gateway-overview`.
import type { Statements } from '../../requirement.ts'

export const gatewayOverview: Statements = {
  'gateway-overview/two-interfaces': {
    level: 'STEP',
    section: 'gateway-overview',
    fingerprint: 'sha256:8376bea74707f2548d12ab8c9423d6b86f2a2718e5ed2b1fdff4e2cee64185d6',
  },
  'gateway-overview/queryable-data': {
    level: 'STEP',
    section: 'gateway-overview',
    fingerprint: 'sha256:1caf97fcaa337d670b4f920004a0b6cb7a388e25f457e8fadfe6422ed559e46b',
  },
}

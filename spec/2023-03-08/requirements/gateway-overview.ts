// What edition 2023-03-08 states of the area `gateway-overview`.
import type { Statements } from '../../requirement.ts'

export const gatewayOverview: Statements = {
  'gateway-overview/two-interfaces': {
    level: 'STEP',
    section: 'gateway-overview',
    fingerprint: 'sha256:d0bf438cbb20f28fedb723ca240792f452a9fe95c1dd2fd04ac8c93f62f0e293',
  },
  'gateway-overview/queryable-data': {
    level: 'STEP',
    section: 'gateway-overview',
    fingerprint: 'sha256:1caf97fcaa337d670b4f920004a0b6cb7a388e25f457e8fadfe6422ed559e46b',
  },
}

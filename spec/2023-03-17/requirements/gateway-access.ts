// What edition 2023-03-17 states of the area `gateway-access`.
import type { Statements } from '../../requirement.ts'

export const gatewayAccess: Statements = {
  'gateway-access/external-read-only': {
    level: 'STEP',
    section: 'gateway-access',
    fingerprint: 'sha256:330493141b0b258cbba655c9f9830742616b953720c4154c41f1df314152fbd7',
  },
  'gateway-access/no-direct-client-access': {
    level: 'MUST',
    section: 'gateway-access',
    fingerprint: 'sha256:44bf962b1e7023e072664bbcb4d7c75bce5750ace8aec257922a8d5c09469dea',
  },
  'gateway-access/no-foreign-writes': {
    level: 'MUST',
    section: 'gateway-access',
    fingerprint: 'sha256:8e8b86e4b267952be9444bbcfcbe1991794dbee82b77867551490b8147307d49',
  },
  'gateway-access/no-foreign-reads': {
    level: 'PROFILE',
    section: 'gateway-overview',
    fingerprint: 'sha256:1caf97fcaa337d670b4f920004a0b6cb7a388e25f457e8fadfe6422ed559e46b',
  },
}

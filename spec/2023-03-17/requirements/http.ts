// What edition 2023-03-17 states of the area `http`.
import type { Statements } from '../../requirement.ts'

export const http: Statements = {
  'http/strict-mls-encoding': {
    level: 'STEP',
    section: 'key-package-validation',
    fingerprint: 'sha256:c9dfd2474f8e6d2e347365ce7744f772385e87f218caeea5c0e03b2f67b1259b',
  },
}

// What edition 2023-03-17 states on registering clients.
import type { Statements } from '../../requirement.ts'

export const clientRegistration: Statements = {
  'client-registration/handle-unique': { level: 'MUST', section: 'identity-registration' },
}

// What edition 2023-03-08 states of the area `applications`.
import type { Statements } from '../../requirement.ts'

export const applications: Statements = {
  'applications/id-uuid-v4': {
    level: 'STEP',
    section: 'applications',
    fingerprint: 'sha256:4c3cab0723eec029de2892fb9798599214d63d7c5ff35f7d5976c31db336beea',
    rows: ['AR-14'],
  },
  'applications/configuration-matches': {
    level: 'MUST',
    section: 'applications',
    fingerprint: 'sha256:a61bc63b11e810d537ea898b198abee1dfeb9e1ab30d1a219a6fc0a1056240a6',
    rows: ['AR-13'],
    text: 'An application is configured with the same identity provider as every application it federates with.',
  },
}

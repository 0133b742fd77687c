// What edition 2023-03-08 states of the area `client-registration`.
import type { Statements } from '../../requirement.ts'

export const clientRegistration: Statements = {
  'client-registration/returns-client-id': {
    level: 'STEP',
    section: 'identity-registration',
    fingerprint: 'sha256:84ef7825a123fd1613a2b8011274911ea4cf6974071626180dd8fc9363cb9e1d',
  },
  'client-registration/client-id-uuid-v4': {
    level: 'STEP',
    section: 'identity-registration',
    fingerprint: 'sha256:84ef7825a123fd1613a2b8011274911ea4cf6974071626180dd8fc9363cb9e1d',
  },
  'client-registration/client-id-unique': {
    level: 'MUST',
    section: 'identity-registration',
    fingerprint: 'sha256:d8a6dc783539f3a3fd658e2ea381dd1633a36311be9d1264a16aa4524a923029',
  },
  'client-registration/client-id-constant': {
    level: 'STEP',
    section: 'managing-identities',
    fingerprint: 'sha256:3b3e23a719b71fd933f58947d0ef97d2a67b42034fa6e7e5d6758a2ac604b7d7',
  },
  'client-registration/tags-optional': {
    level: 'STEP',
    section: 'managing-identities',
    fingerprint: 'sha256:e2b47bb2a6320cebd5455b8d4e4bb2a8ea2a6223788ed06a809f0ac39754a0a4',
  },
  'client-registration/handle-encoding': {
    level: 'STEP',
    section: 'identity-registration',
    fingerprint: 'sha256:84ef7825a123fd1613a2b8011274911ea4cf6974071626180dd8fc9363cb9e1d',
    text: 'A handle travels in JSON as the Base64 of its bytes, and comes back as it was given.',
  },
}

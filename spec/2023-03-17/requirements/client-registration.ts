// What edition 2023-03-17 states of the area `client-registration`.
import type { Statements } from '../../requirement.ts'

export const clientRegistration: Statements = {
  'client-registration/returns-client-id': {
    level: 'STEP',
    section: 'identity-registration',
    fingerprint: 'sha256:646aae54af04a0269cff8ca57ddbccca06b3baab6af6144aabf94902605e7d1f',
  },
  'client-registration/client-id-uuid-v4': {
    level: 'STEP',
    section: 'identity-registration',
    fingerprint: 'sha256:646aae54af04a0269cff8ca57ddbccca06b3baab6af6144aabf94902605e7d1f',
  },
  'client-registration/client-id-unique': {
    level: 'MUST',
    section: 'identity-registration',
    fingerprint: 'sha256:2cc08732f44ca36bf40f765dd50d39e0964227d75ad6c5fa41a5d41061f4597e',
  },
  'client-registration/handle-unique': {
    level: 'MUST',
    section: 'identity-registration',
    fingerprint: 'sha256:2cc08732f44ca36bf40f765dd50d39e0964227d75ad6c5fa41a5d41061f4597e',
  },
  'client-registration/handle-race': {
    level: 'MUST',
    section: 'identity-registration',
    fingerprint: 'sha256:2cc08732f44ca36bf40f765dd50d39e0964227d75ad6c5fa41a5d41061f4597e',
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
    fingerprint: 'sha256:646aae54af04a0269cff8ca57ddbccca06b3baab6af6144aabf94902605e7d1f',
    text: 'A handle travels in JSON as a bare string, and comes back as it was given.',
  },
}

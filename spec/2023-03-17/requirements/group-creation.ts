// What edition 2023-03-17 states of the area `group-creation`.
import type { Statements } from '../../requirement.ts'

export const groupCreation: Statements = {
  'group-creation/supported': {
    level: 'MUST',
    section: 'group-creation',
    fingerprint: 'sha256:4f6c6172a8f198cef2c70e6b304d48c161155ddcf5554beffc28c47fd42f095a',
  },
  'group-creation/valid-group-info': {
    level: 'MUST',
    section: 'group-creation',
    fingerprint: 'sha256:98cf0ddc6bee6b2eaa62c6753b26232af2daf514cb94d097dfffacbda46db2b8',
  },
  'group-creation/valid-ratchet-tree': {
    level: 'MUST',
    section: 'group-creation',
    fingerprint: 'sha256:8a3639beb7286f9fcbdd44362baf7043cb7e2da096a69c78acc3aab9352266f8',
  },
  'group-creation/epoch-zero': {
    level: 'MUST',
    section: 'group-creation',
    fingerprint: 'sha256:48fce5b3400fc81e80c5ff6c4b12625df546e55b3bdd7d75997deda10c28ab4e',
  },
  'group-creation/one-member': {
    level: 'MUST',
    section: 'group-creation',
    fingerprint: 'sha256:48fce5b3400fc81e80c5ff6c4b12625df546e55b3bdd7d75997deda10c28ab4e',
  },
  'group-creation/group-id-unused': {
    level: 'MUST',
    section: 'group-creation',
    fingerprint: 'sha256:89f5ff18ed5b15978fabaed2575f14d2445906ea772600e610c72bc541feb97e',
  },
  'group-creation/group-id-race': {
    level: 'MUST',
    section: 'group-creation',
    fingerprint: 'sha256:89f5ff18ed5b15978fabaed2575f14d2445906ea772600e610c72bc541feb97e',
  },
  'group-creation/starts-empty': {
    level: 'STEP',
    section: 'group-creation',
    fingerprint: 'sha256:823db6c74d8d88118f791cc672f80abb6345e544900fe71821c9d1179ed6d2a4',
  },
}

// What edition 2023-03-17 states of the area `client-editing`.
import type { Statements } from '../../requirement.ts'

export const clientEditing: Statements = {
  'client-editing/offered': {
    level: 'MAY',
    section: 'identity-registration',
    fingerprint: 'sha256:d1d653e8ef928e7bebad357799dc6b127c473b798fc6c4b83cf4d7a749cbfa1b',
  },
  'client-editing/handle-may-change': {
    level: 'STEP',
    section: 'managing-identities',
    fingerprint: 'sha256:4938b8a890e9e513d7ce2d2705836bf3895badc8dcac9ba1100f0ec2627ed984',
  },
  'client-editing/handle-conflict': {
    level: 'MUST',
    section: 'identity-registration',
    fingerprint: 'sha256:113631cf75f919cc8eebccd28479aaa803655c5c0226d45cb959cd7f268fcdca',
  },
  'client-editing/own-handle-no-conflict': {
    level: 'STEP',
    section: 'identity-registration',
    fingerprint: 'sha256:113631cf75f919cc8eebccd28479aaa803655c5c0226d45cb959cd7f268fcdca',
  },
  'client-editing/tags-added-and-removed': {
    level: 'STEP',
    section: 'identity-registration',
    fingerprint: 'sha256:cceeca815eb8b7dafbcfa39022839b77a3ff7ccb403a27bbbf8bfe6fbcec7b04',
  },
}

// What edition 2023-03-08 states of the area `client-editing`.
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
    fingerprint: 'sha256:9988ff61d57cc8e08230166fad80d0b8422b1786296f66d40ec417a57d39ee33',
  },
  'client-editing/own-handle-no-conflict': {
    level: 'STEP',
    section: 'identity-registration',
    fingerprint: 'sha256:9988ff61d57cc8e08230166fad80d0b8422b1786296f66d40ec417a57d39ee33',
  },
  'client-editing/tags-added-and-removed': {
    level: 'STEP',
    section: 'identity-registration',
    fingerprint: 'sha256:c466178a0dc13643c47a103cf5afa42c7eaf797088e093d0c9da95d5097d4232',
  },
}

// What edition 2023-03-17 states of the area `federation`.
import type { Statements } from '../../requirement.ts'

export const federation: Statements = {
  'federation/key-package-across-domains': {
    level: 'STEP',
    section: 'operational-context',
    fingerprint: 'sha256:4135f6651b492f60e01d0a61b5898fb4a1b259f5318b3b2b37004eb3d16ac430',
  },
  'federation/welcome-across-domains': {
    level: 'STEP',
    section: 'operational-context',
    fingerprint: 'sha256:a2f717fee62e8cfc03ee2a9d9e23e46e7fce4b02bdfc2abb3e1bb1ba6a170d4a',
  },
  'federation/forward-set': {
    level: 'MUST',
    section: 'group-evolution',
    fingerprint: 'sha256:1fe542d2118c7a549d8e32d1fa6574de84ac8520d78e739c684c78b745699ebf',
  },
}

// What edition 2023-03-17 states of the area `applications`.
import type { Statements } from '../../requirement.ts'

export const applications: Statements = {
  'applications/federating-has-domains': {
    level: 'MUST',
    section: 'gateway-overview',
    fingerprint: 'sha256:776372648f2692e7380d530f6a9991c97ff22597088dc474de8fa9de8524402c',
  },
  'applications/federating-knows-domains': {
    level: 'MUST',
    section: 'gateway-overview',
    fingerprint: 'sha256:776372648f2692e7380d530f6a9991c97ff22597088dc474de8fa9de8524402c',
  },
  'applications/id-unique-across-federation': {
    level: 'MUST',
    section: 'applications',
    fingerprint: 'sha256:75508a6a6a298859f17468e3f940c9b502f7c5badaa701de1f8eaf7665eac863',
  },
  'applications/id-uuid-v4': {
    level: 'STEP',
    section: 'applications',
    fingerprint: 'sha256:75508a6a6a298859f17468e3f940c9b502f7c5badaa701de1f8eaf7665eac863',
    rows: ['AR-09'],
  },
  'applications/configuration-matches': {
    level: 'MUST',
    section: 'applications',
    fingerprint: 'sha256:8bfd39abc0ba370d76588ee2d7b6e1a93ed73dcd2c505f506a1e5d1c80f026fb',
    rows: ['AR-10'],
  },
  'applications/list-offered': {
    level: 'MAY',
    section: 'applications',
    fingerprint: 'sha256:4b41f0d879e239659c857e32f3203b40208a09eaeeae510283f4edaf423c8f92',
  },
  'applications/list-element-shape': {
    level: 'STEP',
    section: 'applications',
    fingerprint: 'sha256:ef767329ca5217241b949b5054f2f925721877aec134982d6f709871e4d9e47b',
  },
}

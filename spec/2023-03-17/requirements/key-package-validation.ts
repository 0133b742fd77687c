// What edition 2023-03-17 states of the area `key-package-validation`.
import type { Statements } from '../../requirement.ts'

export const keyPackageValidation: Statements = {
  'key-package-validation/valid-on-upload': {
    level: 'MUST',
    section: 'key-package-validation',
    fingerprint: 'sha256:856fc436dcf5c8fb58280c03939fdd09442c3f2b352bdce543fcabb11f4428eb',
  },
  'key-package-validation/valid-in-group-packets': {
    level: 'MUST',
    section: 'key-package-validation',
    fingerprint: 'sha256:856fc436dcf5c8fb58280c03939fdd09442c3f2b352bdce543fcabb11f4428eb',
  },
  'key-package-validation/served-as-mls-message': {
    level: 'STEP',
    section: 'key-package-validation',
    fingerprint: 'sha256:c9dfd2474f8e6d2e347365ce7744f772385e87f218caeea5c0e03b2f67b1259b',
  },
  'key-package-validation/own-domain-on-upload': {
    level: 'MUST',
    section: 'key-package-validation',
    fingerprint: 'sha256:f4881bac956532f43c2a23855dbc2cb074c19932dec50c40c42d744abf04ebb4',
  },
  'key-package-validation/known-domain-in-adds': {
    level: 'PROFILE',
    section: 'key-package-validation',
    fingerprint: 'sha256:f4881bac956532f43c2a23855dbc2cb074c19932dec50c40c42d744abf04ebb4',
  },
  'key-package-validation/answering-domain': {
    level: 'MUST',
    section: 'key-package-validation',
    fingerprint: 'sha256:32a07ac901200663c646c8dd1cbc8feb73f690ea8baaaa3100be0763c78c3dcc',
  },
  'key-package-validation/domain-from-credential': {
    level: 'STEP',
    section: 'key-package-validation',
    fingerprint: 'sha256:f9ec243ef63124f635bef478d1adcd52f625dc58e83993d264c421d498449c26',
  },
}

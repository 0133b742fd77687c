// What edition 2023-03-17 states of the area `basic-identity-provider`.
import type { Statements } from '../../requirement.ts'

export const basicIdentityProvider: Statements = {
  'basic-identity-provider/only-basic-credentials': {
    level: 'STEP',
    section: 'basic-identity-provider',
    fingerprint: 'sha256:99e21deb2133ac9392d17f1dec0c613936c747d3f70e5cce81d68a559f5418dc',
  },
  'basic-identity-provider/always-valid': {
    level: 'STEP',
    section: 'basic-identity-provider',
    fingerprint: 'sha256:f0833beb21308758db78fd5cacb62226065470c33eb9c4b9cdf83f1014b50819',
    text: 'Any handle of 1 to 1,024 bytes of valid UTF-8, other than "." and "..", is valid; the provider has no rules of its own.',
  },
  'basic-identity-provider/identifier-is-identity': {
    level: 'STEP',
    section: 'basic-identity-provider',
    fingerprint: 'sha256:2957bfc19730bb4cfb9a547953b27515603273482f8447579c5eca0904e95f6d',
  },
  'basic-identity-provider/no-accounts-or-domains': {
    level: 'STEP',
    section: 'basic-identity-provider',
    fingerprint: 'sha256:3041864ff1dc7486ce172c99865ca0c35044a031e55b50dc9f11a162b2f7e503',
  },
}

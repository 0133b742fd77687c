// The Basic identity provider.
import type { Behaviour } from '../../requirement.ts'

export const basicIdentityProvider: readonly Behaviour[] = [
  {
    id: 'basic-identity-provider/only-basic-credentials',
    rows: ['BP-01'],
    binds: 'gateway',
    needs: ['basic', 'key-queues'],
    text: 'An application with the Basic provider takes no other credential than a basic one.',
    observable: 'wire',
  },
  {
    id: 'basic-identity-provider/always-valid',
    rows: ['BP-02'],
    binds: 'gateway',
    needs: ['basic'],
    text: 'A basic credential is always valid: the provider has no rules of its own on what a handle looks like.',
    observable: 'wire',
    readings: ['A-17'],
  },
  {
    id: 'basic-identity-provider/identifier-is-identity',
    rows: ['BP-03'],
    binds: 'gateway',
    needs: ['basic', 'key-queues'],
    text: 'The handle of a client is the identity in its credential, byte for byte.',
    observable: 'wire',
    readings: ['A-16'],
  },
  {
    id: 'basic-identity-provider/no-accounts-or-domains',
    rows: ['BP-04'],
    binds: 'gateway',
    needs: ['basic', 'define-application'],
    text: 'A configuration that gives the Basic provider accounts or domains is refused.',
    observable: 'wire',
    editions: ['2023-03-17'],
  },
  {
    id: 'basic-identity-provider/no-lossy-handles',
    rows: ['BP-05'],
    binds: 'gateway',
    needs: ['basic', 'key-queues'],
    text: 'Identity bytes that are not UTF-8 are refused where handles travel as JSON strings and kept whole where they travel in Base64; two clients never become one.',
    observable: 'wire',
    readings: ['A-17'],
  },
  {
    id: 'basic-identity-provider/octet-comparison',
    rows: ['BP-06'],
    binds: 'gateway',
    needs: ['basic'],
    text: 'Handles are compared byte for byte: without folding case, trimming or normalising Unicode.',
    observable: 'wire',
  },
]

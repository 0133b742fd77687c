// What every key package is checked for, wherever it comes from.
import type { Behaviour } from '../../requirement.ts'

/** Why rules on the domains of a federation are not asked for in the earlier edition. */
const federatesWithBasic =
  'That a gateway serves the domain in a certificate is stated by the later text alone. In this edition the suite federates with Basic identities, which name no domain.'

export const keyPackageValidation: readonly Behaviour[] = [
  {
    id: 'key-package-validation/valid-on-upload',
    rows: ['KV-01'],
    binds: 'gateway',
    needs: ['key-queues'],
    text: 'A key package that is not valid MLS is refused when it is uploaded to a queue.',
    observable: 'wire',
  },
  {
    id: 'key-package-validation/valid-in-group-packets',
    rows: ['KV-01'],
    binds: 'gateway',
    needs: ['groups'],
    text: 'A key package that is not valid MLS is refused in a proposal and in a commit.',
    observable: 'wire',
  },
  {
    id: 'key-package-validation/served-as-mls-message',
    rows: ['KV-02'],
    binds: 'gateway',
    needs: ['key-queues'],
    text: 'A key package is handed out as the MLSMessage that was uploaded.',
    observable: 'wire',
  },
  {
    id: 'key-package-validation/own-domain-on-upload',
    rows: ['KV-03'],
    binds: 'gateway',
    needs: ['key-queues', 'x509'],
    text: 'With domains, a key package or final key that an application uploads is of a domain of the gateway; any other is refused.',
    observable: 'wire',
    readings: ['A-32', 'A-39'],
  },
  {
    id: 'key-package-validation/known-domain-in-adds',
    rows: ['KV-03'],
    binds: 'gateway',
    needs: ['groups', 'x509', 'federation'],
    text: 'With domains, an Add that an application uploads is of a domain of the gateway or of one the application federates with; any other is refused.',
    observable: 'wire',
    unseen: { '2023-03-08': federatesWithBasic },
    readings: ['A-39'],
  },
  {
    id: 'key-package-validation/answering-domain',
    rows: ['KV-04'],
    binds: 'gateway',
    needs: ['key-queues', 'x509', 'federation'],
    text: 'With domains, a key package that another gateway answers with is of a domain of that gateway.',
    observable: 'wire-with-peer',
    unseen: { '2023-03-08': federatesWithBasic },
    readings: ['A-32', 'A-39'],
  },
  {
    id: 'key-package-validation/domain-from-credential',
    rows: ['KV-05'],
    binds: 'gateway',
    needs: ['key-queues', 'x509'],
    text: 'The domain of a key package is what its credential says, whatever a request says.',
    observable: 'wire',
  },
]

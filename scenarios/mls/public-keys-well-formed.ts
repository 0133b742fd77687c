// Whoever is to encrypt to a key must be able to (KP-B5).
import { keyPackages } from '../../harness/ingest/key-packages.ts'
import { leaves } from '../../harness/ingest/leaves.ts'
import { refusedOn } from '../../harness/ingest/route.ts'

const requirement = 'mls/public-keys-well-formed'
const { creation, update, path, 'external-commit': externalCommit } = leaves
/** Of X25519 a point of low order, of the other curves none at all. */
const zero = new Uint8Array(32)
const short = Uint8Array.of(4, 5, 6)

export default {
  ...refusedOn(keyPackages, {
    requirement,
    what: 'with an init key or an encryption key that is too short or all zero',
    flaws: {
      shortInitKey: { kind: 'init-key', key: short },
      zeroInitKey: { kind: 'init-key', key: zero },
      shortEncryptionKey: { kind: 'encryption-key', key: short },
      zeroEncryptionKey: { kind: 'encryption-key', key: zero },
    },
  }),
  ...refusedOn(
    { creation, update, path, 'external-commit': externalCommit },
    {
      requirement,
      what: 'with an encryption key that is too short or all zero',
      flaws: {
        shortEncryptionKey: { kind: 'encryption-key', key: short },
        zeroEncryptionKey: { kind: 'encryption-key', key: zero },
      },
    },
  ),
}

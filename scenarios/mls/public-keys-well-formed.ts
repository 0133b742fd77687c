// Whoever is to encrypt to a key must be able to (KP-B5).
import { keyPackages, storedKeyPackages } from '../../harness/ingest/key-packages.ts'
import { leaves } from '../../harness/ingest/leaves.ts'
import { inOtherSuites, refusedOn } from '../../harness/ingest/route.ts'

const requirement = 'mls/public-keys-well-formed'
const { creation, update, path, 'external-commit': externalCommit } = leaves
/** Of X25519 a point of low order, of the other curves none at all. */
const zero = new Uint8Array(32)
const short = Uint8Array.of(4, 5, 6)
/** Of the length of a point of P-256 (SEC 1, uncompressed), and not on the curve. */
const offCurve = Uint8Array.from({ length: 65 }, (_, index) => (index === 0 ? 4 : 1))

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
    { 'upload-in-other-suites': inOtherSuites(storedKeyPackages.upload) },
    {
      requirement,
      what: 'with an init key or an encryption key that is too short or no point of the curve',
      flaws: {
        shortInitKey: { kind: 'init-key', key: short },
        offCurveInitKey: { kind: 'init-key', key: offCurve },
        offCurveEncryptionKey: { kind: 'encryption-key', key: offCurve },
      },
    },
  ),
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

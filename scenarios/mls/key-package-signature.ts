// A key package is signed by the key of its leaf (KP-B3).
import { keyPackages, storedKeyPackages } from '../../harness/ingest/key-packages.ts'
import { inOtherSuites, refusedOn } from '../../harness/ingest/route.ts'

const requirement = 'mls/key-package-signature'
const spoiltSignature = { kind: 'bad-signature' } as const

export default {
  ...refusedOn(keyPackages, {
    requirement,
    what: 'with a spoilt signature, and with one by another key',
    flaws: async ({ mallory }) => ({
      spoiltSignature,
      otherKey: { kind: 'signed-by', key: (await mallory.keyPackage()).signatureKey } as const,
    }),
  }),
  ...refusedOn(
    { 'upload-in-other-suites': inOtherSuites(storedKeyPackages.upload) },
    { requirement, what: 'with a spoilt signature', flaws: { spoiltSignature } },
  ),
}

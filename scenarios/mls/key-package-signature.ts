// A key package is signed by the key of its leaf (KP-B3).
import { keyPackages } from '../../harness/ingest/key-packages.ts'
import { refusedOn } from '../../harness/ingest/route.ts'

export default refusedOn(keyPackages, {
  requirement: 'mls/key-package-signature',
  what: 'with a spoilt signature, and with one by another key',
  flaws: async ({ mallory }) => ({
    spoiltSignature: { kind: 'bad-signature' },
    otherKey: { kind: 'signed-by', key: (await mallory.keyPackage()).signatureKey },
  }),
})

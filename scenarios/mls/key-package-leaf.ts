// A key package is as good as its leaf (KP-B2).
import { keyPackages } from '../../harness/ingest/key-packages.ts'
import { refusedOn } from '../../harness/ingest/route.ts'

export default refusedOn(keyPackages, {
  requirement: 'mls/key-package-leaf',
  what: 'with a leaf that is not signed, not for the suite, or has an extension that it does not list',
  flaws: {
    unsigned: { kind: 'bad-leaf-signature' },
    notForTheSuite: { kind: 'capabilities-without', what: 'suite' },
    unlistedExtension: { kind: 'unlisted-leaf-extension' },
  },
})

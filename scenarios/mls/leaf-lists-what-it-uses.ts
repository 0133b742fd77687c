// What a leaf uses its capabilities list (LN-07).
import { leaves } from '../../harness/ingest/leaves.ts'
import { refusedOn } from '../../harness/ingest/route.ts'

export default refusedOn(leaves, {
  requirement: 'mls/leaf-lists-what-it-uses',
  what: 'whose capabilities leave out their extension, and their credential',
  flaws: {
    unlistedExtension: { kind: 'unlisted-leaf-extension' },
    unlistedCredential: { kind: 'capabilities-without', what: 'credential' },
  },
})

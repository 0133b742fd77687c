// A leaf supports the version and the suite it is used with (LN-12).
import { leaves } from '../../harness/ingest/leaves.ts'
import { refusedOn } from '../../harness/ingest/route.ts'

export default refusedOn(leaves, {
  requirement: 'mls/leaf-supports-suite',
  what: 'whose capabilities leave out their suite, and the version',
  flaws: {
    withoutSuite: { kind: 'capabilities-without', what: 'suite' },
    withoutVersion: { kind: 'capabilities-without', what: 'version' },
  },
})

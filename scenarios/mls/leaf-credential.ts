// Who a leaf is for is said by a credential that the application knows, and that fits its key (LN-01).
import { leaves } from '../../harness/ingest/leaves.ts'
import { refusedOn } from '../../harness/ingest/route.ts'

export default refusedOn(leaves, {
  requirement: 'mls/leaf-credential',
  what: 'whose credential is a certificate that is none',
  flaws: { noCertificate: { kind: 'x509-credential', certificates: [Uint8Array.of(1)] } },
})

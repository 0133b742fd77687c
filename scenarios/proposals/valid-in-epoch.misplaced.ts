// Not every proposal may be made by a member on its own (PR-03; RFC 9420 sections 12.1.4 and 12.1.6).
import { forgedUpdates } from '../../harness/ingest/forgeries.ts'

export default forgedUpdates({
  requirement: 'proposals/valid-in-epoch',
  story: 'Bob proposes an ExternalInit, which only a joining client may use, and a PSK with a short nonce',
  flaws: [{ kind: 'external-init' }, { kind: 'psk-nonce' }],
})

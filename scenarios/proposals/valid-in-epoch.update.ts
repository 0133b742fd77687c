// An update brings a fresh and signed leaf (PR-03; RFC 9420 sections 7.3 and 12.1.2).
import { forgedUpdates } from '../../harness/ingest/forgeries.ts'

export default forgedUpdates({
  requirement: 'proposals/valid-in-epoch',
  story: 'Bob proposes an update with a leaf that is not signed, that has his old key, that is the one he has already',
  flaws: [{ kind: 'update-leaf-signature' }, { kind: 'update-same-key' }, { kind: 'update-leaf-source' }],
})

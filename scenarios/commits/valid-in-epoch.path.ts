// A commit brings the path that its proposals need, from a fresh leaf on (CM-03; RFC 9420 sections 7.3 and 12.4).
import { forgedCommits } from '../../harness/ingest/forgeries.ts'

export default forgedCommits({
  requirement: 'commits/valid-in-epoch',
  story:
    "Alice's commit of an update comes without a path, or with a leaf in it that is unsigned, of another source or not new",
  flaws: [
    { kind: 'missing-path' },
    { kind: 'path-leaf-signature' },
    { kind: 'path-leaf-key' },
    { kind: 'path-leaf-source' },
    { kind: 'path-same-key' },
    { kind: 'path-parent-hash' },
  ],
})

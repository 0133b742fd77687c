// A commit refers to proposals that the gateway has, once each (CM-03; RFC 9420 section 12.4).
import { forgedCommits } from '../../harness/ingest/forgeries.ts'

export default forgedCommits({
  requirement: 'commits/valid-in-epoch',
  story: "Alice commits Bob's update and something nobody has proposed, then his update twice",
  flaws: [{ kind: 'unknown-reference', reference: new Uint8Array(32) }, { kind: 'reference-twice' }],
})

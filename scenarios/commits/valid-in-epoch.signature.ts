// A commit is signed by its sender, and ends where it ends (CM-03; RFC 9420 section 6.1).
import { forgedCommits } from '../../harness/ingest/forgeries.ts'

export default forgedCommits({
  requirement: 'commits/valid-in-epoch',
  story: "Alice's commit has a spoilt signature, a stray octet behind it, or says that it is Bob's",
  flaws: [{ kind: 'bad-signature' }, { kind: 'trailing-byte' }, { kind: 'sender', leafIndex: 1 }],
})

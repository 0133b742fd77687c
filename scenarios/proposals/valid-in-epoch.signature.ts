// A proposal is signed by its sender, and ends where it ends (PR-03; RFC 9420 section 6.1).
import { forgedUpdates } from '../../harness/ingest/forgeries.ts'

export default forgedUpdates({
  requirement: 'proposals/valid-in-epoch',
  story: "Bob's proposal of an update has a spoilt signature, a stray octet behind it, or says that it is Alice's",
  flaws: [{ kind: 'bad-signature' }, { kind: 'trailing-byte' }, { kind: 'sender', leafIndex: 0 }],
})

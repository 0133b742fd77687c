// What a gateway cannot read it cannot check (FR-03; RFC 9420 section 6.3).
import { memberFrames } from '../../harness/ingest/frames.ts'
import { refusedOn } from '../../harness/ingest/route.ts'

// Who joins from outside has no key to encrypt by.
export default refusedOn(memberFrames, {
  requirement: 'mls/handshake-in-the-clear',
  what: 'that are encrypted',
  flaws: { encrypted: { kind: 'private-message' } },
})

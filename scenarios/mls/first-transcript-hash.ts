// Before the first commit there is no transcript (GI-04; RFC 9420 sections 8.2 and 11).
import { refusedCreations } from '../../harness/ingest/refused-in-room.ts'

export default refusedCreations({
  requirement: 'mls/first-transcript-hash',
  story: 'Alice creates a group whose GroupInfo has a transcript hash already',
  flaws: { 'hash of nothing': { kind: 'transcript-hash' } },
})

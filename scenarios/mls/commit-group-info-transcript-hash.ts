// The GroupInfo that comes with a commit has the transcript hash that the commit leads to (GI-04; RFC 9420 section 8.2).
import { refusedGroupInfos } from '../../harness/ingest/refused-in-room.ts'

export default refusedGroupInfos({
  requirement: 'mls/commit-group-info-transcript-hash',
  story: 'Alice commits with a GroupInfo that has another transcript hash, and is signed with it; then once more',
  flaws: { 'other hash': { kind: 'transcript-hash' }, 'an epoch later': { kind: 'transcript-hash' } },
})

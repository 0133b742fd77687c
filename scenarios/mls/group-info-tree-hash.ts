// The tree of a new group is the one whose hash is in its GroupInfo (GI-03; RFC 9420 section 12.4.3.1).
import { refusedCreations } from '../../harness/ingest/refused-in-room.ts'

export default refusedCreations({
  requirement: 'mls/group-info-tree-hash',
  story: 'Alice creates a group whose GroupInfo has the hash of another tree, and is signed with it',
  flaws: { 'other hash': { kind: 'tree-hash' } },
})

// The GroupInfo that comes with a commit has the hash of the tree that the commit leads to (GI-03; RFC 9420 section 7.8).
import { refusedGroupInfos } from '../../harness/ingest/refused-in-room.ts'

export default refusedGroupInfos({
  requirement: 'mls/commit-group-info-tree-hash',
  story: 'Alice commits with a GroupInfo that has the hash of another tree, and is signed with it',
  flaws: { 'other hash': { kind: 'tree-hash' } },
})

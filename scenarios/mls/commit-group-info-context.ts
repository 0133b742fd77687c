// The GroupInfo that comes with a commit is about the epoch and the group that the commit leads to (GI-02; RFC 9420 section 8.1).
import { refusedGroupInfos } from '../../harness/ingest/refused-in-room.ts'

export default refusedGroupInfos({
  requirement: 'mls/commit-group-info-context',
  story:
    'Alice commits with a GroupInfo of another epoch, group, version or suite, or with extensions that the group has not',
  flaws: {
    'epoch to come': { kind: 'epoch', epoch: 9n },
    'other group': { kind: 'group-id', groupId: Uint8Array.of(1, 2, 3) },
    'unknown version': { kind: 'version', version: 2 },
    'other suite': { kind: 'suite', cipherSuite: 5 },
    'other extensions': { kind: 'extensions', extensions: [{ type: 'required-capabilities' }] },
  },
})
